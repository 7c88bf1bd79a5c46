"""Roles: what they hold, and that a change of one acts at once."""

import pytest
from arize import NotFoundError
from arize._generated.api_client.exceptions import (
    BadRequestException,
    ConflictException,
    ForbiddenException,
    NotFoundException,
)
from arize.roles.types import Permission
from arize.spaces.types import CustomSpaceRole

from ids import kind_of, native_id, unknown
from pages import every, ids
from wire import expect, problem

ROLE = {"id", "name", "permissions", "is_predefined", "created_at", "updated_at"}
EVERY_PERMISSION = [permission.value for permission in Permission]


def held(role):
    return {permission.value for permission in role.permissions}


def test_creates_with_and_without_a_description(world, client):
    name = world.name("Reviewer")

    plain = client.roles.create(name=name, permissions=["QUEUE_READ", "QUEUE_RECORD_ANNOTATE"])
    described = world.role(description="Looks, and corrects")

    assert (plain.name, plain.description or None, plain.is_predefined) == (name, None, False)
    assert held(plain) == {"QUEUE_READ", "QUEUE_RECORD_ANNOTATE"}
    assert described.description == "Looks, and corrects"
    assert client.roles.get(role=plain.id) == plain


def test_a_role_has_six_fields_and_perhaps_a_description(world, owner):
    role = expect(200, owner.get(f"/v2/roles/{world.role().id}"))

    assert set(role) - {"description"} == ROLE and kind_of(role["id"]) == "Role"


def test_every_permission_the_release_knows_comes_back(world, client):
    role = world.role(*EVERY_PERMISSION)

    assert held(role) == set(EVERY_PERMISSION)
    assert held(client.roles.get(role=role.name)) == set(EVERY_PERMISSION)


def test_gets_by_name(world, client):
    role = world.role()

    assert client.roles.get(role=role.name) == role
    with pytest.raises(NotFoundError):
        client.roles.get(role=role.name.upper())


def test_predefined_roles_are_listed_apart(world, client):
    made = world.role()

    predefined = every("roles", client.roles.list, is_predefined=True)
    custom = every("roles", client.roles.list, is_predefined=False, limit=3)

    assert predefined and all(role.is_predefined for role in predefined)
    assert made.id in ids(custom) and not any(role.is_predefined for role in custom)
    assert set(ids(every("roles", client.roles.list))) == set(ids(predefined + custom))


def test_predefined_roles_can_be_read_and_not_touched(client):
    for role in every("roles", client.roles.list, is_predefined=True):
        assert client.roles.get(role=role.id) == role
        with pytest.raises((BadRequestException, ForbiddenException)):
            client.roles.delete(role=role.id)
        with pytest.raises((BadRequestException, ForbiddenException)):
            client.roles.update(role=role.id, name="Mine")


def test_updates_what_is_named_alone(world, client):
    role = world.role("DATASET_READ", description="Old")
    name = world.name("Role")

    renamed = client.roles.update(role=role.name, name=name)
    described = client.roles.update(role=role.id, description="New")
    replaced = client.roles.update(role=role.id, permissions=["PROMPT_READ", "DATASET_UPDATE"])

    assert (renamed.name, renamed.description, held(renamed)) == (name, "Old", {"DATASET_READ"})
    assert (described.name, described.description) == (name, "New")
    assert (replaced.name, held(replaced)) == (name, {"PROMPT_READ", "DATASET_UPDATE"})
    assert replaced.updated_at >= replaced.created_at == role.created_at


def test_a_name_is_there_once(world, client):
    first, second = world.role(), world.role()

    with pytest.raises(ConflictException):
        client.roles.create(name=first.name, permissions=["DATASET_READ"])
    with pytest.raises(ConflictException):
        client.roles.update(role=second.id, name=first.name)


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"name": "x" * 256},
        {"description": "x" * 1001},
        {"permissions": []},
        {"permissions": "DATASET_READ"},
    ],
)
def test_a_role_that_cannot_be(world, owner, change):
    problem(400, owner.post("/v2/roles", {"name": world.name(), "permissions": ["DATASET_READ"], **change}))


@pytest.mark.parametrize("permission", ["DATASET_FLY", "dataset:read", ""])
def test_an_unknown_permission(world, owner, permission):
    response = owner.post("/v2/roles", {"name": world.name(), "permissions": [permission]})

    problem(response.status_code, response)
    assert response.status_code in (400, 422)


@pytest.mark.parametrize("body", [{}, {"id": "x"}, {"is_predefined": True}, {"permissions": []}])
def test_an_update_of_nothing_or_of_system_fields(world, owner, body):
    problem(400, owner.patch(f"/v2/roles/{world.role().id}", body))


def test_deletes(world, client):
    role = world.role()

    assert client.roles.delete(role=role.name) is None

    with pytest.raises(NotFoundException):
        client.roles.get(role=role.id)
    with pytest.raises(NotFoundException):
        client.roles.delete(role=role.id)
    assert role.id not in ids(every("roles", client.roles.list))


def test_a_role_that_is_held_stays(world, client):
    ada, role = world.user(), world.role()
    space = world.space(None, ada)
    client.spaces.add_user(space=space.id, user_id=ada.id, role=CustomSpaceRole(id=role.id))

    with pytest.raises(ConflictException):
        client.roles.delete(role=role.id)

    assert client.roles.get(role=role.id) == role


def test_a_role_of_the_native_api_is_listed(world, client, native):
    body = {"name": world.name("Scribe"), "permissions": ["dataset:read", "member:read"]}
    made = expect(201, native.post("/v1/roles", body))

    found = client.roles.get(role=body["name"])

    assert native_id(found.id) == made["id"]


def test_what_arize_cannot_name_is_kept(world, client, native):
    body = {"name": world.name("Scribe"), "permissions": ["dataset:read", "member:read", "feedback:create"]}
    made = expect(201, native.post("/v1/roles", body))

    client.roles.update(role=body["name"], permissions=["PROMPT_READ"])

    permissions = expect(200, native.get(f"/v1/roles/{made['id']}"))["permissions"]
    assert {"feedback:create", "arize:PROMPT_READ"} <= set(permissions)


def test_a_change_acts_on_the_next_call(world, client):
    role = world.role("USER_READ", "USER_UPDATE")
    clerk, ada = world.person(role=native_id(role.id)), world.user()
    assert clerk.client.users.update(user_id=ada.id, name="Ada King").name == "Ada King"

    client.roles.update(role=role.id, permissions=["USER_READ"])

    with pytest.raises(ForbiddenException):
        clerk.client.users.update(user_id=ada.id, name="Ada Lovelace")
    client.roles.update(role=role.id, permissions=["USER_READ", "USER_UPDATE"])
    assert clerk.client.users.update(user_id=ada.id, name="Ada Lovelace").name == "Ada Lovelace"


def test_a_change_acts_on_keys_too(world, client, connect):
    role = world.role("USER_READ", "USER_UPDATE")
    clerk, ada = world.person(role=native_id(role.id)), world.user()
    program = connect(clerk.client.api_keys.create(name="nightly").key)
    program.users.update(user_id=ada.id, name="Ada King")

    client.roles.update(role=role.id, permissions=["USER_READ"])

    with pytest.raises(ForbiddenException):
        program.users.update(user_id=ada.id, name="Ada Lovelace")


@pytest.mark.parametrize("name", ["member", "annotator"])
def test_members_make_no_roles(world, name):
    ivo, role = world.person(role=name), world.role()

    for call in (
        lambda: ivo.client.roles.create(name=world.name(), permissions=["DATASET_READ"]),
        lambda: ivo.client.roles.update(role=role.id, permissions=["USER_DELETE"]),
        lambda: ivo.client.roles.delete(role=role.id),
    ):
        with pytest.raises((ForbiddenException, NotFoundException)):
            call()


def test_what_does_not_exist_is_not_found(client):
    for call in (
        lambda: client.roles.get(role=unknown("Role")),
        lambda: client.roles.update(role=unknown("Role"), name="Mine"),
        lambda: client.roles.delete(role=unknown("Role")),
    ):
        with pytest.raises(NotFoundException):
            call()


def test_the_list_is_a_frame(world, client):
    role = world.role()

    frame = client.roles.list(is_predefined=False, limit=100).to_df()

    assert role.id in list(frame["id"])
