"""Role bindings: an extra role of a user on a space or on a project alone."""

import pytest
from arize._generated.api_client.exceptions import (
    BadRequestException,
    ConflictException,
    ForbiddenException,
    NotFoundException,
)

from ids import encode, kind_of, native_id, unknown
from pages import every, ids
from wire import expect, problem
from world import CHANGING, READING

BINDING = {"id", "role_id", "user_id", "resource_type", "resource_id", "created_at", "updated_at"}


@pytest.fixture
def ada(world):
    return world.user()


@pytest.fixture
def space(world, ada):
    return world.space(None, ada, role="READ_ONLY")


@pytest.fixture
def project(world, space):
    return world.project(space)


def bind(client, user, role, resource, kind="SPACE"):
    return client.role_bindings.create(user_id=user.id, role_id=role.id, resource_type=kind, resource_id=resource)


def test_binds_on_a_space(world, client, ada, space):
    role = world.role()

    binding = bind(client, ada, role, space.id)

    assert (binding.user_id, binding.role_id, binding.resource_id) == (ada.id, role.id, space.id)
    assert binding.resource_type == "SPACE"
    assert client.role_bindings.get(binding_id=binding.id) == binding


def test_binds_on_a_project(world, client, ada, project):
    role = world.role(*CHANGING)
    assert not world.may(ada, "dataset:update", project)

    binding = bind(client, ada, role, project, "PROJECT")

    assert (binding.resource_type, native_id(binding.resource_id)) == ("PROJECT", native_id(project))
    assert world.may(ada, "dataset:update", project)


def test_takes_the_word_arize_uses_for_projects(world, client, ada, project):
    binding = bind(client, ada, world.role(), encode("Model", native_id(project)), "PROJECT")

    assert native_id(binding.resource_id) == native_id(project)


def test_a_binding_has_seven_fields(world, client, owner, ada, space):
    binding = bind(client, ada, world.role(), space.id)

    shown = expect(200, owner.get(f"/v2/role-bindings/{binding.id}"))

    assert set(shown) == BINDING and kind_of(shown["id"]) == "RoleBinding"


def test_binds_predefined_roles(world, client, ada, space):
    role = client.roles.list(is_predefined=True).roles[-1]

    assert bind(client, ada, role, space.id).role_id == role.id


def test_one_binding_for_each_user_and_resource(world, client, ada, space, project):
    first, second = world.role(), world.role()
    bind(client, ada, first, space.id)

    for role in (first, second):
        with pytest.raises(ConflictException) as refused:
            bind(client, ada, role, space.id)
    assert refused.value.data.status == 409
    bind(client, ada, first, project, "PROJECT")


def test_updates_the_role_alone(world, client, ada, space):
    first, second = world.role(), world.role()
    made = bind(client, ada, first, space.id)

    changed = client.role_bindings.update(binding_id=made.id, role_id=second.id)

    assert changed.role_id == second.id and changed.updated_at >= made.updated_at
    assert changed.model_dump(exclude={"role_id", "updated_at"}) == made.model_dump(exclude={"role_id", "updated_at"})


def test_a_change_of_a_binding_acts_at_once(world, client, ada, project):
    weak, strong = world.role(*READING), world.role(*CHANGING)
    binding = bind(client, ada, strong, project, "PROJECT")
    assert world.may(ada, "dataset:update", project)

    client.role_bindings.update(binding_id=binding.id, role_id=weak.id)
    assert not world.may(ada, "dataset:update", project)

    client.role_bindings.update(binding_id=binding.id, role_id=strong.id)
    client.role_bindings.delete(binding_id=binding.id)
    assert not world.may(ada, "dataset:update", project)


def test_deletes(world, client, ada, space):
    binding = bind(client, ada, world.role(), space.id)

    assert client.role_bindings.delete(binding_id=binding.id) is None

    with pytest.raises(NotFoundException):
        client.role_bindings.get(binding_id=binding.id)
    with pytest.raises(NotFoundException):
        client.role_bindings.delete(binding_id=binding.id)


def test_lists_by_kind_and_user(world, client, ada, space, project):
    role, mei = world.role(), world.user()
    world.enroll(world.organization(), mei)
    other = world.space(None, mei)
    on_space, on_project = bind(client, ada, role, space.id), bind(client, ada, role, project, "PROJECT")
    of_mei = bind(client, mei, role, other.id)

    def listed(kind, **filters):
        return ids(every("role_bindings", client.role_bindings.list, resource_type=kind, **filters))

    assert listed("SPACE", user_id=ada.id) == [on_space.id]
    assert listed("PROJECT", user_id=ada.id) == [on_project.id]
    assert {on_space.id, of_mei.id} <= set(listed("SPACE", limit=1))
    assert len(client.role_bindings.list(resource_type="SPACE", limit=1).role_bindings) == 1
    frame = client.role_bindings.list(resource_type="SPACE", user_id=ada.id).to_df()
    assert list(frame["role_id"]) == [role.id]


def test_the_list_wants_a_kind(owner):
    problem(400, owner.get("/v2/role-bindings"))
    problem(400, owner.get("/v2/role-bindings", resource_type="PLANET"))


def test_the_resource_is_of_its_kind(world, client, ada, space, project):
    role = world.role()

    for kind, resource in (("SPACE", project), ("PROJECT", space.id), ("SPACE", "not-an-id"), ("SPACE", ada.id)):
        with pytest.raises(BadRequestException):
            bind(client, ada, role, resource, kind)


@pytest.mark.parametrize("extra", [{"user_id": "x"}, {"resource_id": "x"}, {"id": "x"}])
def test_an_update_of_something_else(world, client, owner, ada, space, extra):
    role = world.role()
    binding = bind(client, ada, role, space.id)

    problem(400, owner.patch(f"/v2/role-bindings/{binding.id}", {"role_id": role.id, **extra}))
    problem(400, owner.patch(f"/v2/role-bindings/{binding.id}", {}))


def test_what_does_not_exist(world, client, ada, space):
    role = world.role()
    create = client.role_bindings.create
    on_space = {"resource_type": "SPACE", "resource_id": space.id}

    for call in (
        lambda: create(user_id=unknown("User"), role_id=role.id, **on_space),
        lambda: create(user_id=ada.id, role_id=unknown("Role"), **on_space),
        lambda: client.role_bindings.get(binding_id=unknown("RoleBinding")),
        lambda: client.role_bindings.update(binding_id=unknown("RoleBinding"), role_id=role.id),
        lambda: client.role_bindings.delete(binding_id=unknown("RoleBinding")),
    ):
        with pytest.raises(NotFoundException):
            call()
    with pytest.raises(ForbiddenException):
        bind(client, ada, role, unknown("Space"))
    with pytest.raises(ForbiddenException):
        bind(client, ada, role, unknown("Project"), "PROJECT")


@pytest.mark.parametrize("name", ["MEMBER", "READ_ONLY"])
def test_members_bind_nobody(world, client, name):
    ivo, role = world.person(), world.role("DATASET_DELETE")
    space = world.space(None, ivo, role=name)
    other = world.space()

    for resource in (space.id, other.id):
        with pytest.raises(ForbiddenException):
            bind(ivo.client, ivo, role, resource)
    assert client.role_bindings.list(resource_type="SPACE", user_id=ivo.id).role_bindings == []


def test_admins_of_a_space_bind_there_alone(world, ada):
    ivo, role = world.person(), world.role("DASHBOARD_READ")
    own, other = world.space(world.organization(ivo, ada)), world.space(world.organization(ada))
    world.join(own, ivo, "ADMIN")

    assert bind(ivo.client, ada, role, own.id).role_id == role.id
    with pytest.raises(ForbiddenException):
        bind(ivo.client, ada, role, other.id)


def test_a_binding_is_a_grant_of_the_native_api(world, client, native, ada, project):
    role = world.role()

    binding = bind(client, ada, role, project, "PROJECT")

    grant = expect(200, native.get(f"/v1/grants/{native_id(binding.id)}"))
    assert (grant["user"]["id"], grant["role"]) == (native_id(ada.id), role.name)
    expect(204, native.request("DELETE", f"/v1/grants/{grant['id']}"))
    with pytest.raises(NotFoundException):
        client.role_bindings.get(binding_id=binding.id)
