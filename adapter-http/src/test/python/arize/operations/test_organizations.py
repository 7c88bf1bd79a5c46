"""Organizations and their members."""

import pytest
from arize import NotFoundError
from arize._generated.api_client.exceptions import (
    BadRequestException,
    ConflictException,
    ForbiddenException,
    NotFoundException,
)
from arize.organizations.types import CustomOrgRole, PredefinedOrgRole

from ids import encode, kind_of, native_id, unknown
from pages import every, ids
from wire import expect, problem
from words import say
from world import predefined

ORGANIZATION = {"id", "name", "description", "created_at"}
MEMBERSHIP = {"id", "user_id", "organization_id", "role"}
ROLES = ["ADMIN", "MEMBER", "READ_ONLY"]


def role(name):
    return PredefinedOrgRole(name=say(name))


def test_creates_with_and_without_a_description(world, client):
    name = world.name("Field Research")

    plain = client.organizations.create(name=name)
    described = client.organizations.create(name=world.name(), description="All that is outside")

    assert (plain.name, plain.description) == (name, "")
    assert described.description == "All that is outside"
    assert client.organizations.get(organization=plain.id) == plain


def test_an_organization_has_four_fields(world, owner):
    made = world.organization()

    shown = expect(200, owner.get(f"/v2/organizations/{made.id}"))

    assert set(shown) == ORGANIZATION and kind_of(shown["id"]) == "Organization"


def test_gets_by_name(world, client):
    made = world.organization()

    assert client.organizations.get(organization=made.name) == made
    with pytest.raises(NotFoundError, match=world.tag):
        client.organizations.get(organization=made.name.lower())


def test_lists_by_part_of_the_name_in_any_case(world, client):
    first, second = world.organization(), world.organization()

    found = client.organizations.list(name=world.tag.upper())

    assert ids(found.organizations) == [first.id, second.id]
    assert ids(every("organizations", client.organizations.list, name=world.tag, limit=1)) == [first.id, second.id]
    assert client.organizations.list(name=f"%{world.tag}").organizations == []
    assert list(found.to_df()["name"]) == [first.name, second.name]


def test_updates_what_is_named_alone(world, client):
    made = world.organization(description="Old")
    name = world.name("Labs")

    renamed = client.organizations.update(organization=made.name, name=name)
    cleared = client.organizations.update(organization=made.id, description="")

    assert (renamed.name, renamed.description) == (name, "Old")
    assert (cleared.name, cleared.description, cleared.id, cleared.created_at) == (name, "", made.id, made.created_at)


def test_a_name_is_there_once(world, client):
    first, second = world.organization(), world.organization()

    with pytest.raises(ConflictException) as refused:
        client.organizations.create(name=first.name)
    with pytest.raises(ConflictException):
        client.organizations.update(organization=second.id, name=first.name)
    assert refused.value.data.status == 409


@pytest.mark.parametrize("body", [{}, {"name": ""}, {"name": "x" * 256}, {"name": "Labs", "description": "x" * 1001}])
def test_an_organization_that_cannot_be(world, owner, body):
    problem(400, owner.post("/v2/organizations", body))


@pytest.mark.parametrize("body", [{}, {"id": "x"}, {"created_at": "2026-01-01T00:00:00Z"}, {"name": "x", "id": "x"}])
def test_an_update_of_nothing_or_of_system_fields(world, owner, body):
    problem(400, owner.patch(f"/v2/organizations/{world.organization().id}", body))


def test_deletes_with_all_that_is_in_it(world, client, native):
    organization = world.organization()
    space = world.space(organization)
    project = world.project(space)

    assert client.organizations.delete(organization=organization.name) is None

    with pytest.raises(NotFoundException):
        client.organizations.get(organization=organization.id)
    with pytest.raises(NotFoundException):
        client.spaces.get(space=space.id)
    expect(404, native.get(f"/v1/datasets/{native_id(project)}"))
    with pytest.raises(NotFoundException):
        client.organizations.delete(organization=organization.id)


def test_the_default_organization_stays(client, native):
    oldest = expect(200, native.get("/v1/organizations", limit=1))["items"][0]

    with pytest.raises(ConflictException):
        client.organizations.delete(organization=encode("Organization", oldest["id"]))


# Members


@pytest.mark.parametrize("name", ROLES)
def test_adds_a_user(world, client, name):
    organization, ada = world.organization(), world.user()

    membership = client.organizations.add_user(organization=organization.name, user_id=ada.id, role=role(name))

    assert (membership.user_id, membership.organization_id) == (ada.id, organization.id)
    assert str(membership.role) == say(name)


def test_a_membership_has_four_fields(world, owner):
    organization, ada = world.organization(), world.user()
    body = {"user_id": ada.id, "role": predefined("READ_ONLY")}

    made = expect(200, owner.post(f"/v2/organizations/{organization.id}/users", body))

    assert set(made) == MEMBERSHIP and made["role"] == predefined("READ_ONLY")


def test_adding_again_changes_the_role(world, client):
    organization, ada = world.organization(), world.user()

    first = client.organizations.add_user(organization=organization.id, user_id=ada.id, role=role("MEMBER"))
    second = client.organizations.add_user(organization=organization.id, user_id=ada.id, role=role("ADMIN"))

    assert second.id == first.id
    assert str(second.role) == say("ADMIN")


def test_annotators_are_annotators_and_nobody_else_is(world, client):
    organization, mei, ada = world.organization(), world.user("ANNOTATOR"), world.user()

    with pytest.raises(BadRequestException):
        client.organizations.add_user(organization=organization.id, user_id=mei.id, role=role("MEMBER"))
    with pytest.raises(BadRequestException):
        client.organizations.add_user(organization=organization.id, user_id=ada.id, role=role("ANNOTATOR"))
    added = client.organizations.add_user(organization=organization.id, user_id=mei.id, role=role("ANNOTATOR"))
    assert str(added.role) == say("ANNOTATOR")


def test_adds_with_a_custom_role(world, client):
    organization, ada, reader = world.organization(), world.user(), world.role("DATASET_READ")

    added = client.organizations.add_user(
        organization=organization.id, user_id=ada.id, role=CustomOrgRole(id=reader.id)
    )

    assert (added.role.type, added.role.id, str(added.role)) == (say("CUSTOM"), reader.id, reader.name)


def test_what_does_not_exist_is_not_found(world, client):
    organization, ada = world.organization(), world.user()
    add = client.organizations.add_user

    for call in (
        lambda: add(organization=organization.id, user_id=unknown("User"), role=role("MEMBER")),
        lambda: add(organization=unknown("Organization"), user_id=ada.id, role=role("MEMBER")),
        lambda: add(organization=organization.id, user_id=ada.id, role=CustomOrgRole(id=unknown("Role"))),
        lambda: client.organizations.remove_user(organization=organization.id, user_id=ada.id),
        lambda: client.organizations.remove_user(organization=organization.id, user_id=unknown("User")),
        lambda: client.organizations.get(organization=unknown("Organization")),
        lambda: client.organizations.update(organization=unknown("Organization"), name="Labs"),
    ):
        with pytest.raises(NotFoundException):
            call()


def test_removing_takes_the_spaces_too(world, client, native):
    organization, ivo = world.organization(), world.person()
    space = world.space(organization, ivo)
    assert ivo.client.spaces.get(space=space.id) == space

    assert client.organizations.remove_user(organization=organization.name, user_id=ivo.id) is None

    with pytest.raises(NotFoundException):
        ivo.client.spaces.get(space=space.id)
    with pytest.raises(NotFoundException):
        ivo.client.organizations.get(organization=organization.id)
    members = expect(200, native.get(f"/v1/workspaces/{native_id(space.id)}/members"))["items"]
    assert ivo.native_id not in str(members)


# Who may


def test_admins_of_an_organization_run_it_and_no_other(world):
    ivo, ada = world.person(), world.user()
    own, other = world.organization(), world.organization()
    world.enroll(own, ivo, "ADMIN")
    organizations = ivo.client.organizations

    assert organizations.update(organization=own.id, description="Ours").description == "Ours"
    organizations.add_user(organization=own.id, user_id=ada.id, role=role("READ_ONLY"))
    organizations.remove_user(organization=own.id, user_id=ada.id)
    assert ids(every("organizations", organizations.list, name=world.tag)) == [own.id]
    with pytest.raises(NotFoundException):
        organizations.get(organization=other.id)
    with pytest.raises(NotFoundException):
        organizations.update(organization=other.id, description="Ours")


@pytest.mark.parametrize("name", ["MEMBER", "READ_ONLY"])
def test_members_only_look(world, name):
    ivo, ada, eve = world.person(), world.user(), world.user()
    organization = world.organization(ada)
    world.enroll(organization, ivo, name)
    organizations = ivo.client.organizations

    assert organizations.get(organization=organization.id) == organization
    for call in (
        lambda: organizations.create(name=world.name()),
        lambda: organizations.update(organization=organization.id, name=world.name()),
        lambda: organizations.delete(organization=organization.id),
        lambda: organizations.add_user(organization=organization.id, user_id=ivo.id, role=role("ADMIN")),
        lambda: organizations.add_user(organization=organization.id, user_id=ada.id, role=role("READ_ONLY")),
        lambda: organizations.remove_user(organization=organization.id, user_id=ada.id),
    ):
        with pytest.raises(ForbiddenException):
            call()
    with pytest.raises((ForbiddenException, NotFoundException)):
        organizations.add_user(organization=organization.id, user_id=eve.id, role=role("MEMBER"))


@pytest.mark.parametrize("name", ["MEMBER", "READ_ONLY"])
def test_an_organization_role_below_admin_opens_no_space(world, name):
    ivo, organization = world.person(), world.organization()
    space = world.space(organization)
    world.enroll(organization, ivo, name)

    with pytest.raises(NotFoundException):
        ivo.client.spaces.get(space=space.id)
    assert ivo.client.spaces.list(name=world.tag).spaces == []


def test_an_organization_admin_runs_its_spaces(world):
    ivo, organization = world.person(), world.organization()
    space = world.space(organization)
    world.enroll(organization, ivo, "ADMIN")

    assert ivo.client.spaces.get(space=space.name) == space
    made = ivo.client.spaces.create(name=world.name("Lab"), organization_id=organization.id)
    ivo.client.spaces.delete(space=made.id)
