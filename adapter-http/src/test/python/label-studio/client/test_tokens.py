"""Personal access tokens (wire contract §1.3, §4.3, §11 lines 5 to 8)."""

import jwt
import pytest
from label_studio_sdk import LabelStudio
from label_studio_sdk.core.api_error import ApiError
from label_studio_sdk.errors import BadRequestError, NotFoundError

from wire import Wire, expect


@pytest.fixture
def ivo(world):
    return world.person()


@pytest.fixture(params=["sync", "waited"])
def client(request, clients, ivo):
    return getattr(clients, request.param)(ivo.token)


def refused(call, status):
    with pytest.raises(ApiError) as refusal:
        call()
    assert refusal.value.status_code == status, refusal.value.body
    return refusal.value.body


def test_05_one_lives_at_a_time(client):
    first = client.tokens.create().token

    assert "You already have a valid token" in str(refused(client.tokens.create, 409))
    client.tokens.blacklist(refresh=first)

    assert client.tokens.create().token != first


def test_06_blacklisting_is_done_once_and_takes_the_short_form_too(client):
    first = client.tokens.create().token
    client.tokens.blacklist(refresh=first)
    with pytest.raises(NotFoundError):
        client.tokens.blacklist(refresh=first)

    client.tokens.create()
    (listed,) = client.tokens.list()
    client.tokens.blacklist(refresh=listed.token)

    assert client.tokens.list() == []


def test_07_a_rotation_takes_the_place_of_the_old_one(client):
    first = client.tokens.create().token

    second = client.tokens.rotate(refresh=first).refresh
    with pytest.raises(BadRequestError):
        client.tokens.rotate(refresh=first)
    third = client.tokens.rotate(refresh=second).refresh

    refused(lambda: client.tokens.refresh(refresh=first), 401)
    assert client.tokens.refresh(refresh=third).access
    with pytest.raises(BadRequestError):
        client.tokens.rotate(refresh="nonsense")


def test_08_the_signature_is_shown_once(client):
    made = client.tokens.create().token

    (listed,) = client.tokens.list()

    assert made.count(".") == 2
    assert listed.token == made.rpartition(".")[0]
    assert client.tokens.rotate(refresh=made).refresh.count(".") == 2


def test_what_it_claims_can_be_read_by_the_sdk(client, owner):
    claims = jwt.decode(client.tokens.create().token, options={"verify_signature": False})

    assert claims["token_type"] == "refresh"
    assert claims["exp"] > claims["iat"]
    assert len(claims["jti"]) == 32
    assert claims["user_id"] == client.users.whoami().id


def test_refreshing_takes_no_credential_and_gives_no_new_refresh_token(clients, client, ivo):
    made = client.tokens.create().token

    answer = clients.sync("nobodys").tokens.refresh(refresh=made)

    assert clients.sync("nobodys", headers={"X-API-Key": answer.access}).users.whoami().email == ivo.email
    assert not hasattr(answer, "refresh")


@pytest.mark.parametrize("token", ["", "nonsense", "a.b.c"])
def test_what_is_no_token_is_not_refreshed(owner, token):
    with pytest.raises(ApiError) as refusal:
        owner.tokens.refresh(refresh=token)

    assert refusal.value.status_code in (400, 401)
    assert isinstance(refusal.value.body, dict)


def test_a_revoked_one_ends_what_it_was_exchanged_for_at_once(clients, client):
    """Ours: the original lets access tokens live on for up to five minutes."""
    made = client.tokens.create().token
    holder = clients.sync(made)
    holder.users.whoami()

    client.tokens.blacklist(refresh=made)

    refused(holder.users.whoami, 401)
    refused(clients.sync(made).users.whoami, 401)


def test_nobody_touches_anothers(world, client):
    made = client.tokens.create().token
    other = world.client(world.person())

    with pytest.raises(ApiError):
        other.tokens.rotate(refresh=made)
    with pytest.raises(ApiError):
        other.tokens.blacklist(refresh=made)

    assert client.tokens.refresh(refresh=made).access


def test_02_a_personal_access_token_is_no_bearer_but_what_it_is_exchanged_for_is(api_url, clients, world):
    pat = clients.pat(world.person().token)
    access = expect(200, Wire(api_url).post("/api/token/refresh/", {"refresh": pat}))["access"]

    expect(401, Wire(api_url, pat, "Bearer").get("/api/current-user/whoami"))
    expect(200, Wire(api_url, access, "Bearer").get("/api/current-user/whoami"))
    expect(200, Wire(api_url).request("GET", "/api/current-user/whoami", headers={"X-Api-Key": access}))


def test_the_access_token_is_kept_for_its_five_minutes(clients, world):
    client = clients.sync(clients.pat(world.person().token))
    client.users.whoami()
    first = client._client_wrapper._tokens_client._access_token

    client.users.whoami()

    claims = jwt.decode(first, options={"verify_signature": False})
    assert client._client_wrapper._tokens_client._access_token == first
    assert claims["token_type"] == "access"
    assert 0 < claims["exp"] - claims["iat"] <= 300


def test_a_header_of_ones_own_is_exchanged_too(clients, world):
    ivo = world.person()

    client = clients.sync("nobodys", headers={"X-API-Key": clients.pat(ivo.token)})

    assert client.users.whoami().email == ivo.email


def test_a_token_that_is_not_this_servers_is_unauthorized(clients):
    claims = {"token_type": "refresh", "exp": 4_000_000_000, "iat": 1, "jti": "0" * 32, "user_id": 1}
    foreign = jwt.encode(claims, "another-secret-of-32-bytes-or-more", algorithm="HS256")

    for make in (clients.sync, clients.waited):
        with pytest.raises(ApiError) as refused:
            make(foreign).users.whoami()

        assert refused.value.status_code == 401


def test_a_client_as_scripts_make_it(api_url, clients, world):
    """The synchronous one wants a slash at the end, unless this is the root (wire contract §1.5)."""
    ivo = world.person()

    client = LabelStudio(base_url=api_url + "/", api_key=clients.pat(ivo.token))

    assert client.users.whoami().email == ivo.email
