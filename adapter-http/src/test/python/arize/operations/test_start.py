"""Making a client, and what a wrong or missing key leads to."""

import pytest
from arize import ApiException, ArizeClient
from arize._generated.api_client.exceptions import UnauthorizedException

from words import __version__


def test_nothing_is_sent_before_the_first_call(connect, owner_key, sent):
    connect(owner_key)

    assert sent == []


def test_the_environment_says_where_the_server_is(api_url, owner_key, monkeypatch):
    scheme, host = api_url.split("://", 1)
    monkeypatch.setenv("ARIZE_API_KEY", owner_key)
    monkeypatch.setenv("ARIZE_API_HOST", host)
    monkeypatch.setenv("ARIZE_API_SCHEME", scheme)

    assert ArizeClient().users.list(limit=1).users


def test_a_key_is_needed_to_make_a_client(connect, monkeypatch):
    monkeypatch.delenv("ARIZE_API_KEY", raising=False)

    with pytest.raises(Exception, match="(?i)api.?key"):
        connect(None)


def test_the_release_goes_with_each_request(client, sent):
    client.users.list()

    assert sent[0].headers["sdk-version"] == __version__


def test_headers_of_ones_own_do_no_harm(connect, owner_key):
    client = connect(owner_key, default_headers={"X-Team": "research"})

    assert client.users.list().users


@pytest.mark.parametrize("key", ["nobodys-key", "ak-" + "0" * 40, "é"])
def test_a_wrong_key_is_unauthorized(connect, key):
    with pytest.raises(ApiException) as refused:
        connect(key).users.list()

    assert isinstance(refused.value, UnauthorizedException)
    assert refused.value.status == refused.value.data.status == 401
    assert refused.value.data.title
    assert refused.value.headers["content-type"].split(";")[0] == "application/problem+json"
