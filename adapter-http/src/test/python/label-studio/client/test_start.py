"""Making a client, and what a wrong or missing key leads to (wire contract §1.4, §11 lines 1 to 3)."""

import pytest
from label_studio_sdk import LabelStudio
from label_studio_sdk.core.api_error import ApiError

from wire import Wire, expect


def test_nothing_is_sent_before_the_first_call():
    LabelStudio(base_url="http://127.0.0.1:1", api_key="nobodys")


def test_a_key_is_needed_to_make_a_client(api_url):
    with pytest.raises(ApiError):
        LabelStudio(base_url=api_url, api_key=None)


@pytest.mark.parametrize("slash", ["", "/"])
def test_a_client_as_scripts_make_it(api_url, world, slash):
    ivo = world.person()

    client = LabelStudio(base_url=api_url + slash, api_key=ivo.token)

    assert client.users.whoami().email == ivo.email


def test_everybody_is_told_the_versions(client):
    versions = client.versions.get()

    assert versions.release
    assert versions.edition == "Community"


@pytest.mark.parametrize("key", ["nobodys-token", "0" * 40, "é".encode().hex()])
def test_a_wrong_token_is_unauthorized(clients, key):
    for make in (clients.sync, clients.waited):
        with pytest.raises(ApiError) as refused:
            make(key).users.whoami()

        assert refused.value.status_code == 401
        assert refused.value.body["status_code"] == 401
        assert refused.value.body["detail"] == "Invalid token."
        assert refused.value.headers["www-authenticate"] == "Token"


@pytest.mark.parametrize("header", [None, "Bearer garbage", "Bearer a.b.c", "Token", "Basic b2xnYTo="])
def test_01_who_is_nobody_is_401_and_never_403(api_url, header):
    headers = {} if header is None else {"Authorization": header}

    body = expect(401, Wire(api_url).request("GET", "/api/current-user/whoami", headers=headers))

    assert body["detail"]


def test_a_header_of_ones_own_goes_before_the_key(clients, world):
    ivo = world.person()

    client = clients.sync("nobodys", headers={"X-API-Key": ivo.token})

    assert client.users.whoami().email == ivo.email


def test_slashes_do_not_matter(api_url, owner_key):
    wire = Wire(api_url, owner_key)

    for path in ("/api/users", "/api/users/", "//api/users/", "/api//users"):
        assert isinstance(expect(200, wire.get(path)), list)


def test_what_is_not_there_is_said_in_json(api_url, owner_key):
    body = expect(404, Wire(api_url, owner_key).get("/api/nothing"))

    assert {"id", "status_code", "version", "detail", "exc_info"} <= set(body)
    assert body["exc_info"] is None
