"""The edge facts of the wire contract, in its order and by its numbers.

Some are facts about the SDK that the server must not get in the way of; they are tried on what the SDK sends.
"""

import pytest
from arize import AmbiguousNameError, ApiException, ArizeClient
from arize._generated.api_client.exceptions import (
    ConflictException,
    NotFoundException,
    ServiceException,
    UnauthorizedException,
)
from arize.organizations.types import PredefinedOrgRole
from arize.spaces.types import PredefinedSpaceRole
from arize.users.types import DeletionStatus, PredefinedUserRole
from arize.utils.resolve import is_resource_id

from ids import native_id, unknown
from keys import create_service_key
from pages import every, ids
from stub import Stub
from wire import expect, problem
from words import say
from world import predefined


@pytest.fixture
def organization(world):
    return world.organization()


def calls(sent):
    return [f"{exchange.method} {exchange.path}" for exchange in sent]


def test_01_a_list_without_arguments_asks_for_50(client, sent):
    client.users.list()

    assert (sent[0].path, sent[0].query) == ("/v2/users", [("limit", "50")])


def test_02_an_address_is_never_asked_for_as_an_id(world, client, sent):
    longer = world.user(email="x" + world.email("ada"))
    part = longer.email[1:]
    sent.clear()

    assert client.users.get(user=part) is None

    assert calls(sent) == ["GET /v2/users"]
    assert dict(sent[0].query) == {"limit": "50", "email": part}


def test_03_an_unknown_address_is_none_and_an_unknown_id_an_error(world, client):
    assert client.users.get(user=world.email("nobody")) is None
    with pytest.raises(NotFoundException):
        client.users.get(user=unknown("User"))


def test_04_no_developer_flag_is_sent_unless_given(world, sent):
    world.user()
    world.user(is_developer=False)

    assert "is_developer" not in sent[0].body
    assert sent[1].body["is_developer"] is False


def test_05_an_update_of_nothing_is_not_sent(client, sent):
    for update in (
        lambda: client.users.update(user_id=unknown("User")),
        lambda: client.organizations.update(organization=unknown("Organization")),
        lambda: client.spaces.update(space=unknown("Space")),
        lambda: client.roles.update(role=unknown("Role")),
    ):
        with pytest.raises(ValueError):
            update()
    assert sent == []


def test_06_calls_that_answer_nothing_return_nothing(world, client, sent):
    invited, ivo, ada, role = world.user(mode="EMAIL_LINK"), world.person(), world.user(), world.role()
    space = world.space(None, ada)
    organization = client.organizations.list(name=world.tag).organizations[0]
    project, key = world.project(space), ivo.client.api_keys.create(name="laptop")
    client.resource_restrictions.restrict(resource_id=project)
    binding = client.role_bindings.create(user_id=ada.id, role_id=role.id, resource_type="PROJECT", resource_id=project)
    sent.clear()

    for call in (
        lambda: client.users.resend_invitation(user_id=invited.id),
        lambda: client.users.reset_password(user_id=ivo.id),
        lambda: ivo.client.api_keys.revoke(api_key_id=key.id),
        lambda: client.role_bindings.delete(binding_id=binding.id),
        lambda: client.resource_restrictions.unrestrict(resource_id=project),
        lambda: client.spaces.remove_user(space=space.id, user_id=ada.id),
        lambda: client.organizations.remove_user(organization=organization.id, user_id=ada.id),
        lambda: client.users.delete(user_id=ada.id),
        lambda: client.roles.delete(role=role.id),
        lambda: client.spaces.delete(space=space.id),
        lambda: client.organizations.delete(organization=organization.id),
    ):
        assert call() is None
    assert {exchange.status for exchange in sent} == {204}
    for exchange in sent:
        assert exchange.headers["Accept"] == "application/problem+json"
        assert "Content-Type" not in exchange.headers


def test_07_what_is_deleted_is_not_found(world, client):
    ada, role = world.user(), world.role()
    space = world.space(None, ada)
    organization = client.organizations.list(name=world.tag).organizations[0]
    binding = client.role_bindings.create(user_id=ada.id, role_id=role.id, resource_type="SPACE", resource_id=space.id)

    client.role_bindings.delete(binding_id=binding.id)
    client.users.delete(user_id=ada.id)
    client.spaces.delete(space=space.id)
    client.organizations.delete(organization=organization.name)

    for get in (
        lambda: client.role_bindings.get(binding_id=binding.id),
        lambda: client.users.get(user=ada.id),
        lambda: client.spaces.get(space=space.id),
        lambda: client.organizations.get(organization=organization.id),
    ):
        with pytest.raises(NotFoundException):
            get()


@pytest.mark.parametrize("stored, asked", [(str.title, str.lower), (str.lower, str.upper), (str.upper, str.lower)])
def test_08_addresses_compare_without_case_both_ways(world, client, stored, asked):
    ada = world.user(email=stored(world.email("ada.reyes")))

    found = client.users.get(user=asked(ada.email))

    assert (found.id, found.email) == (ada.id, ada.email)
    assert client.users.bulk_delete(emails=[asked(ada.email)])[0].status is DeletionStatus.DELETED


def test_09_many_deletions_go_on_and_keep_their_order(world, client, sent):
    first, second, third = world.user(), world.user(), world.user()
    sent.clear()

    results = client.users.bulk_delete(
        user_ids=[first.id, unknown("User"), second.id, first.id], emails=[world.email("nobody"), third.email]
    )

    assert [result.status.name for result in results] == [
        "NOT_FOUND",
        "DELETED",
        "FAILED",
        "DELETED",
        "DELETED",
        "DELETED",
    ]
    assert (results[0].user_id, bool(results[0].error)) == ("", True)
    assert "404" in results[2].error
    assert [exchange.method for exchange in sent] == ["GET"] * 2 + ["DELETE"] * 5
    with pytest.raises(ValueError):
        client.users.bulk_delete()


def test_10_what_is_created_is_in_the_next_list(world, client):
    organization, role, ada = world.organization(), world.role(), world.user()

    assert organization.id in ids(every("organizations", client.organizations.list, limit=100))
    assert ids(client.organizations.list(name=organization.name).organizations) == [organization.id]
    assert role.id in ids(every("roles", client.roles.list, limit=100))
    assert ada.id in ids(every("users", client.users.list, limit=100))
    assert ids(client.users.list(email=ada.email).users) == [ada.id]


def test_11_ids_are_known_for_ids(world, client):
    made = [world.organization().id, world.role().id, world.space().id, world.user().id]
    listed = ids(every("roles", client.roles.list))

    assert all(is_resource_id(item) for item in made + listed)
    assert not any(sign in item for item in made + listed for sign in "+/")


def test_12_a_renamed_role_is_found_by_its_new_name_alone(world, client):
    role, name = world.role("DATASET_READ"), world.name("Role")

    client.roles.update(role=role.name, name=name)
    client.roles.update(role=name, permissions=["PROMPT_READ"])

    assert [permission.value for permission in client.roles.get(role=name).permissions] == ["PROMPT_READ"]
    with pytest.raises(Exception, match="not found"):
        client.roles.get(role=role.name)


def test_13_a_name_that_is_there_twice_is_ambiguous(world, client, sent):
    name = world.name("Prod")
    made = {world.space(name=name).id, world.space(name=name).id}
    sent.clear()

    with pytest.raises(AmbiguousNameError) as refused:
        client.spaces.delete(space=name)

    assert set(refused.value.matching_ids) == made
    assert calls(sent) == ["GET /v2/spaces"]


def test_14_adding_twice_gives_the_new_role(world, client, organization):
    ada = world.user()
    space = world.space(organization, ada)

    for name in ("MEMBER", "READ_ONLY", "ADMIN"):
        in_organization = client.organizations.add_user(
            organization=organization.id, user_id=ada.id, role=PredefinedOrgRole(name=say(name))
        )
        in_space = client.spaces.add_user(space=space.id, user_id=ada.id, role=PredefinedSpaceRole(name=say(name)))
        assert (in_organization.user_id, str(in_organization.role)) == (ada.id, say(name))
        assert (in_space.user_id, str(in_space.role)) == (ada.id, say(name))


def test_15_one_binding_and_no_more(world, client, organization):
    ada, role = world.user(), world.role()
    space = world.space(organization, ada)
    wanted = {"user_id": ada.id, "role_id": role.id, "resource_type": "SPACE", "resource_id": space.id}
    client.role_bindings.create(**wanted)

    with pytest.raises(ConflictException):
        client.role_bindings.create(**wanted)
    with pytest.raises(NotFoundException):
        client.role_bindings.get(binding_id=unknown("RoleBinding"))
    assert len(client.role_bindings.list(resource_type="SPACE", limit=1).role_bindings) == 1


def test_16_restricting_twice_and_lifting_twice(world, client):
    project = world.project(world.space())

    first = client.resource_restrictions.restrict(resource_id=project)

    assert client.resource_restrictions.restrict(resource_id=project) == first
    assert first in every("resource_restrictions", client.resource_restrictions.list)
    client.resource_restrictions.unrestrict(resource_id=project)
    with pytest.raises(NotFoundException):
        client.resource_restrictions.unrestrict(resource_id=project)


def test_17_a_refreshed_key_with_and_without_grace(world):
    ivo = world.person()
    old = ivo.client.api_keys.create(name="laptop")

    new = ivo.client.api_keys.refresh(api_key_id=old.id)
    assert ids(ivo.client.api_keys.list().api_keys) == [new.id]

    newest = ivo.client.api_keys.refresh(api_key_id=new.id, grace_period_seconds=300)
    assert set(ids(ivo.client.api_keys.list().api_keys)) == {new.id, newest.id}


def test_18_roles_of_a_service_key_are_sent_only_when_given(world, client, sent, organization):
    space = world.space(organization)
    sent.clear()

    create_service_key(client, "nightly", organization, space)

    assert not {"account_role", "roles"} & set(sent[-1].body)
    assert "role" not in str(sent[-1].body)


@pytest.mark.since("8.41.0")
def test_19_a_service_key_for_nowhere_is_not_sent(client, sent, organization):
    from arize.api_keys.types import OrgBinding

    sent.clear()
    with pytest.raises(ValueError):
        client.api_keys.create_service_key(name="nightly", orgs=[])
    with pytest.raises(ValueError):
        OrgBinding(org_id=organization.id, spaces=[])
    assert sent == []


def test_20_the_status_of_a_success_is_the_one_the_sdk_wants(world, client, sent, organization):
    ada, role = world.user(), world.role()
    space = world.space(organization, ada)
    project, ivo = world.project(space), world.person()
    binding = client.role_bindings.create(user_id=ada.id, role_id=role.id, resource_type="SPACE", resource_id=space.id)
    key = ivo.client.api_keys.create(name="laptop")
    ivo.client.api_keys.refresh(api_key_id=key.id)
    client.role_bindings.update(binding_id=binding.id, role_id=role.id)
    client.resource_restrictions.restrict(resource_id=project)

    statuses = {
        (exchange.method, exchange.path.split("/")[2], exchange.path.split("/")[-1]): exchange.status
        for exchange in sent
    }
    created = ("organizations", "spaces", "users", "roles", "role-bindings", "api-keys")
    assert {place: statuses["POST", place, place] for place in created} == dict.fromkeys(created, 201)
    assert statuses["POST", "organizations", "users"] == statuses["POST", "spaces", "users"] == 200
    assert statuses["POST", "api-keys", "refresh"] == 200
    assert statuses["POST", "resource-restrictions", "resource-restrictions"] == 200


def test_21_nothing_is_added_to_a_user(world, owner):
    ada = world.user()

    assert set(expect(200, owner.get(f"/v2/users/{ada.id}"))) == {
        "id", "name", "email", "created_at", "status", "role", "is_developer",
    }  # fmt: skip


def test_22_the_deactivated_do_not_break_the_list(world, client, native):
    ada, mei = world.user(), world.user()
    expect(200, native.post(f"/v1/users/{native_id(ada.id)}/deactivate"))

    assert ids(client.users.list(email=world.domain).users) == [mei.id]


def test_23_the_sdk_waits_where_it_is_told_to():
    with Stub(429, headers=[("Retry-After", "1")]) as stub:
        client = ArizeClient(api_key="any", api_host=stub.host, api_scheme="http")

        with pytest.raises(ApiException) as refused:
            client.users.list()
        assert refused.value.status == 429
        assert stub.requests == ["GET /v2/users?limit=50"] * 4
        with pytest.raises(ApiException):
            client.organizations.create(name="Labs")
        assert stub.requests[4:] == ["POST /v2/organizations"]


def test_23_so_wrong_keys_are_never_told_to_wait(connect, client):
    stranger = connect("nobodys-key")

    for _ in range(130):
        with pytest.raises(UnauthorizedException):
            stranger.users.list()
    assert client.users.list(limit=1).users


@pytest.mark.parametrize(
    "status, kind", [(404, NotFoundException), (401, UnauthorizedException), (503, ServiceException)]
)
@pytest.mark.parametrize("body", [b"", b"<html><body>No</body></html>"])
def test_24_the_status_alone_says_what_went_wrong(status, kind, body):
    with Stub(status, body, [("Content-Type", "text/html")]) as stub:
        client = ArizeClient(api_key="any", api_host=stub.host, api_scheme="http")

        with pytest.raises(kind) as refused:
            client.users.list()
    assert refused.value.data is None


def test_24_errors_of_the_server_can_be_read(world, owner, client):
    with pytest.raises(NotFoundException) as refused:
        client.users.get(user=unknown("User"))
    assert (refused.value.data.status, refused.value.status) == (404, 404)
    for method, path in (("GET", "/v2/nowhere"), ("PUT", "/v2/users"), ("DELETE", "/v2/users")):
        response = owner.request(method, path, headers={"Accept": "application/problem+json"})
        problem(response.status_code, response)
    problem(400, owner.request("POST", "/v2/users", data="{", headers={"Content-Type": "application/json"}))


def test_25_of_creations_in_a_row_the_first_counts(world, owner, client):
    body = {"name": "Ada", "email": world.email(), "role": predefined("MEMBER"), "invite_mode": say("EMAIL_LINK")}

    answers = [owner.post("/v2/users", body) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [201, 200, 200]
    assert len({answer.json()["id"] for answer in answers}) == 1
    role = PredefinedUserRole(name=say("MEMBER"))
    with pytest.raises(ConflictException):
        client.users.create(name="Ada", email=body["email"], role=role, invite_mode=say("NONE"))


# The traps of the conventions


@pytest.mark.parametrize("limit", ["0", "101", "-1", "many"])
def test_a_limit_that_cannot_be(owner, limit):
    for place in ("users", "organizations", "spaces", "roles", "api-keys", "resource-restrictions"):
        problem(400, owner.get(f"/v2/{place}", limit=limit))


def test_a_cursor_nobody_gave(owner):
    for place in ("users", "organizations", "spaces", "roles", "api-keys", "resource-restrictions"):
        problem(400, owner.get(f"/v2/{place}", cursor="nonsense"))


def test_a_cursor_is_there_exactly_when_more_follows(world, owner):
    world.user(), world.user()

    first = expect(200, owner.get("/v2/users", email=world.domain, limit=1))["pagination"]
    last = expect(200, owner.get("/v2/users", email=world.domain, limit=1, cursor=first["next_cursor"]))["pagination"]

    assert first["has_more"] is True and set(first) == {"has_more", "next_cursor"}
    assert last == {"has_more": False}


def test_ids_may_be_encoded_in_paths_or_not(world, owner):
    ada = world.user()

    plain = expect(200, owner.get(f"/v2/users/{ada.id}"))
    encoded = expect(200, owner.get(f"/v2/users/{ada.id.replace('=', '%3D')}"))

    assert plain == encoded


@pytest.mark.parametrize(
    "version, status",
    [
        ("8.32.0", "active"),
        ("8.39.0", "active"),
        ("8.40.0", "ACTIVE"),
        ("8.41.0", "ACTIVE"),
        ("8.42.0", "ACTIVE"),
        (None, "ACTIVE"),
        ("nonsense", "ACTIVE"),
    ],
)
def test_the_release_decides_the_spelling(world, owner_key, version, status):
    ada = world.user()

    shown = expect(200, world.wire(owner_key, version=version).get(f"/v2/users/{ada.id}"))

    assert shown["status"] == status
    assert shown["role"]["name"] == ("member" if status.islower() else "MEMBER")


def test_requests_without_a_body_need_no_media_type(world, owner):
    ada = world.user(mode="EMAIL_LINK")

    response = owner.request(
        "POST", f"/v2/users/{ada.id}/resend-invitation", headers={"Accept": "application/problem+json"}
    )

    assert "Content-Type" not in response.request.headers
    expect(204, response)
