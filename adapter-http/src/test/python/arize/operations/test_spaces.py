"""Spaces and their members."""

import pytest
from arize import AmbiguousNameError, NotFoundError
from arize._generated.api_client.exceptions import (
    BadRequestException,
    ConflictException,
    ForbiddenException,
    NotFoundException,
)
from arize.spaces.types import CustomSpaceRole, PredefinedSpaceRole

from ids import kind_of, native_id, unknown
from pages import every, ids
from wire import expect, problem
from words import say
from world import predefined

SPACE = {"id", "name", "description", "created_at"}
MEMBERSHIP = {"id", "user_id", "space_id", "role"}


def role(name):
    return PredefinedSpaceRole(name=say(name))


def test_creates_with_and_without_a_description(world, client):
    organization, name = world.organization(), world.name("Prod EU")

    plain = client.spaces.create(name=name, organization_id=organization.id)
    described = client.spaces.create(name=world.name(), organization_id=organization.id, description="For trials")

    assert (plain.name, plain.description) == (name, "")
    assert described.description == "For trials"
    assert client.spaces.get(space=plain.id) == plain


def test_a_space_has_four_fields(world, owner):
    made = world.space()

    shown = expect(200, owner.get(f"/v2/spaces/{made.id}"))

    assert set(shown) == SPACE and kind_of(shown["id"]) == "Space"


def test_its_name_is_the_title_of_a_workspace(world, native):
    made = world.space()

    shown = expect(200, native.get(f"/v1/workspaces/{native_id(made.id)}"))

    assert shown["title"] == made.name
    assert shown["name"].startswith("prod-")


def test_gets_by_name(world, client):
    made = world.space()

    assert client.spaces.get(space=made.name) == made
    with pytest.raises(NotFoundError):
        client.spaces.get(space=made.name.upper())


def test_one_name_in_two_organizations_is_ambiguous(world, client):
    name = world.name("Prod")
    first, second = world.space(name=name), world.space(name=name)

    with pytest.raises(AmbiguousNameError) as refused:
        client.spaces.get(space=name)

    assert set(refused.value.matching_ids) == {first.id, second.id}
    assert client.spaces.get(space=second.id) == second


def test_lists_by_organization_and_part_of_the_name(world, client):
    organization = world.organization()
    first, second, other = world.space(organization), world.space(organization), world.space()

    def listed(**filters):
        return ids(every("spaces", client.spaces.list, **filters))

    assert listed(organization_id=organization.id) == [first.id, second.id]
    assert listed(name=world.tag.upper()) == [first.id, second.id, other.id]
    assert listed(organization_id=organization.id, name=second.name, limit=1) == [second.id]
    assert listed(name=f"_{world.tag}") == []
    assert list(client.spaces.list(name=world.tag).to_df()["id"]) == [first.id, second.id, other.id]


def test_updates_what_is_named_alone(world, client):
    made = world.space(description="Old")
    name = world.name("Staging")

    renamed = client.spaces.update(space=made.name, name=name)
    cleared = client.spaces.update(space=made.id, description="")

    assert (renamed.name, renamed.description) == (name, "Old")
    assert (cleared.name, cleared.description, cleared.id, cleared.created_at) == (name, "", made.id, made.created_at)


def test_a_name_is_there_once_in_its_organization(world, client):
    organization = world.organization()
    first, second = world.space(organization), world.space(organization)

    with pytest.raises(ConflictException) as refused:
        client.spaces.create(name=first.name, organization_id=organization.id)
    with pytest.raises(ConflictException):
        client.spaces.update(space=second.id, name=first.name)
    assert refused.value.data.status == 409


@pytest.mark.parametrize(
    "change", [{"name": ""}, {"name": "x" * 256}, {"description": "x" * 1001}, {"organization_id": "x"}]
)
def test_a_space_that_cannot_be(world, owner, change):
    body = {"name": world.name(), "organization_id": world.organization().id, **change}

    problem(400, owner.post("/v2/spaces", body))


@pytest.mark.parametrize("body", [{}, {"id": "x"}, {"organization_id": "x"}, {"created_at": "2026-01-01T00:00:00Z"}])
def test_an_update_of_nothing_or_of_system_fields(world, owner, body):
    problem(400, owner.patch(f"/v2/spaces/{world.space().id}", body))


def test_deletes_with_all_that_is_in_it(world, client, native):
    space = world.space()
    project = world.project(space)

    assert client.spaces.delete(space=space.name) is None

    with pytest.raises(NotFoundException):
        client.spaces.get(space=space.id)
    expect(404, native.get(f"/v1/datasets/{native_id(project)}"))
    with pytest.raises(NotFoundException):
        client.spaces.delete(space=space.id)


# Members


@pytest.mark.parametrize("name", ["ADMIN", "MEMBER", "READ_ONLY"])
def test_adds_a_user(world, client, name):
    ada = world.user()
    organization = world.organization(ada)
    space = world.space(organization)

    membership = client.spaces.add_user(space=space.name, user_id=ada.id, role=role(name))

    assert (membership.user_id, membership.space_id, str(membership.role)) == (ada.id, space.id, say(name))


def test_a_membership_has_four_fields(world, owner):
    ada = world.user()
    space = world.space(world.organization(ada))
    body = {"user_id": ada.id, "role": predefined("READ_ONLY")}

    made = expect(200, owner.post(f"/v2/spaces/{space.id}/users", body))

    assert set(made) == MEMBERSHIP and made["role"] == predefined("READ_ONLY")


def test_adding_again_changes_the_role(world, client):
    ada = world.user()
    space = world.space(None, ada)

    first = client.spaces.add_user(space=space.id, user_id=ada.id, role=role("MEMBER"))
    second = client.spaces.add_user(space=space.id, user_id=ada.id, role=role("ADMIN"))

    assert (second.id, str(second.role)) == (first.id, say("ADMIN"))


def test_adds_with_a_custom_role(world, client):
    ada, reader = world.user(), world.role("DATASET_READ")
    space = world.space(None, ada)

    added = client.spaces.add_user(space=space.id, user_id=ada.id, role=CustomSpaceRole(id=reader.id))

    assert (added.role.type, added.role.id, str(added.role)) == (say("CUSTOM"), reader.id, reader.name)


def test_nobody_is_enrolled_in_the_organization_on_the_way(world, client):
    ada, space = world.user(), world.space()

    with pytest.raises(BadRequestException):
        client.spaces.add_user(space=space.id, user_id=ada.id, role=role("MEMBER"))


def test_annotators_are_annotators_and_nobody_else_is(world, client):
    mei, ada = world.user("ANNOTATOR"), world.user()
    organization = world.organization(ada)
    world.enroll(organization, mei, "ANNOTATOR")
    space = world.space(organization)

    with pytest.raises(BadRequestException):
        client.spaces.add_user(space=space.id, user_id=mei.id, role=role("MEMBER"))
    with pytest.raises(BadRequestException):
        client.spaces.add_user(space=space.id, user_id=ada.id, role=role("ANNOTATOR"))
    added = client.spaces.add_user(space=space.id, user_id=mei.id, role=role("ANNOTATOR"))
    assert str(added.role) == say("ANNOTATOR")


def test_removes_a_user_and_the_bindings_there(world, client):
    ada, reader = world.user(), world.role("DATASET_READ")
    space = world.space(None, ada)
    binding = client.role_bindings.create(
        user_id=ada.id, role_id=reader.id, resource_type="SPACE", resource_id=space.id
    )

    assert client.spaces.remove_user(space=space.name, user_id=ada.id) is None

    with pytest.raises(NotFoundException):
        client.role_bindings.get(binding_id=binding.id)
    with pytest.raises(NotFoundException):
        client.spaces.remove_user(space=space.id, user_id=ada.id)


def test_what_does_not_exist_is_not_found(world, client):
    ada = world.user()
    space = world.space(None, ada)
    add = client.spaces.add_user

    for call in (
        lambda: add(space=space.id, user_id=unknown("User"), role=role("MEMBER")),
        lambda: add(space=unknown("Space"), user_id=ada.id, role=role("MEMBER")),
        lambda: add(space=space.id, user_id=ada.id, role=CustomSpaceRole(id=unknown("Role"))),
        lambda: client.spaces.remove_user(space=space.id, user_id=unknown("User")),
        lambda: client.spaces.get(space=unknown("Space")),
        lambda: client.spaces.update(space=unknown("Space"), name="Prod"),
        lambda: client.spaces.create(name=world.name(), organization_id=unknown("Organization")),
    ):
        with pytest.raises(NotFoundException):
            call()


# Who may


def test_a_space_is_hidden_from_those_who_are_not_in_it(world):
    ivo = world.person()
    own, other = world.space(None, ivo), world.space()

    assert ids(every("spaces", ivo.client.spaces.list, name=world.tag)) == [own.id]
    assert ivo.client.spaces.get(space=own.name) == own
    with pytest.raises(NotFoundException):
        ivo.client.spaces.get(space=other.id)
    with pytest.raises(NotFoundError):
        ivo.client.spaces.get(space=other.name)
    with pytest.raises(NotFoundException):
        ivo.client.spaces.delete(space=other.id)


@pytest.mark.parametrize("name", ["MEMBER", "READ_ONLY"])
def test_members_only_look(world, name):
    ivo, ada = world.person(), world.user()
    space = world.space(None, ivo, ada)
    world.join(space, ivo, name)
    spaces = ivo.client.spaces

    for call in (
        lambda: spaces.update(space=space.id, name=world.name()),
        lambda: spaces.delete(space=space.id),
        lambda: spaces.add_user(space=space.id, user_id=ivo.id, role=role("ADMIN")),
        lambda: spaces.add_user(space=space.id, user_id=ada.id, role=role("READ_ONLY")),
        lambda: spaces.remove_user(space=space.id, user_id=ada.id),
    ):
        with pytest.raises(ForbiddenException):
            call()


def test_admins_of_a_space_run_it(world):
    ivo, ada = world.person(), world.user()
    space = world.space(world.organization(ivo, ada))
    world.join(space, ivo, "ADMIN")
    spaces = ivo.client.spaces

    assert spaces.update(space=space.id, description="Ours").description == "Ours"
    assert str(spaces.add_user(space=space.id, user_id=ada.id, role=role("READ_ONLY")).role) == say("READ_ONLY")
    spaces.remove_user(space=space.id, user_id=ada.id)
