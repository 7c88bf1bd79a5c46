"""Restrictions: a project that roles from above no longer open."""

import pytest
from arize._generated.api_client.exceptions import (
    BadRequestException,
    ForbiddenException,
    NotFoundException,
)

from ids import encode, native_id, unknown
from pages import every
from wire import expect
from words import UPPER
from world import READING

RESTRICTION = {"resource_type", "resource_id", "created_at"}


@pytest.fixture
def space(world):
    return world.space()


@pytest.fixture
def project(world, space):
    return world.project(space)


def test_restricts(client, native, project):
    made = client.resource_restrictions.restrict(resource_id=project)

    assert (made.resource_type, native_id(made.resource_id)) == ("PROJECT", native_id(project))
    assert expect(200, native.get(f"/v1/datasets/{native_id(project)}"))["restricted"] is True


def test_an_answer_has_three_fields(owner, project):
    made = expect(200, owner.post("/v2/resource-restrictions", {"resource_id": project}))

    assert set(made if UPPER else made["resource_restriction"]) == RESTRICTION


def test_restricting_again_changes_nothing(client, project):
    first = client.resource_restrictions.restrict(resource_id=project)
    second = client.resource_restrictions.restrict(resource_id=encode("Model", native_id(project)))

    assert second.created_at == first.created_at and second == first


def test_lists(world, client, space, project):
    other = world.project(space)
    made = client.resource_restrictions.restrict(resource_id=project)

    def listed(**filters):
        return every("resource_restrictions", client.resource_restrictions.list, **filters)

    assert made in listed() and made in listed(resource_type="PROJECT", limit=1)
    assert native_id(other) not in [native_id(item.resource_id) for item in listed()]
    assert isinstance(client.resource_restrictions.list().pagination.has_more, bool)
    assert made.resource_id in list(client.resource_restrictions.list(limit=100).to_df()["resource_id"])


def test_lifts(client, project):
    made = client.resource_restrictions.restrict(resource_id=project)

    assert client.resource_restrictions.unrestrict(resource_id=project) is None

    assert made not in every("resource_restrictions", client.resource_restrictions.list)
    with pytest.raises(NotFoundException):
        client.resource_restrictions.unrestrict(resource_id=project)


def test_only_projects_can_be_restricted(world, client, space):
    for resource in (space.id, "not-an-id", world.role().id):
        with pytest.raises(BadRequestException):
            client.resource_restrictions.restrict(resource_id=resource)
        with pytest.raises(BadRequestException):
            client.resource_restrictions.unrestrict(resource_id=resource)


def test_an_unknown_project(client):
    with pytest.raises((ForbiddenException, NotFoundException)):
        client.resource_restrictions.restrict(resource_id=unknown("Project"))
    with pytest.raises(NotFoundException):
        client.resource_restrictions.unrestrict(resource_id=unknown("Project"))


def test_a_restriction_shuts_out_all_but_admins_and_the_bound(world, client, space, project):
    member, admin = world.user(), world.user()
    organization = client.organizations.list(name=world.tag).organizations[0]
    for user, role in ((member, "MEMBER"), (admin, "ADMIN")):
        world.enroll(organization, user)
        world.join(space, user, role)
    assert world.may(member, "dataset:read", project)

    client.resource_restrictions.restrict(resource_id=project)
    assert not world.may(member, "dataset:read", project)
    assert world.may(admin, "dataset:read", project)

    role = world.role(*READING)
    client.role_bindings.create(user_id=member.id, role_id=role.id, resource_type="PROJECT", resource_id=project)
    assert world.may(member, "dataset:read", project)

    client.resource_restrictions.unrestrict(resource_id=project)
    assert world.may(member, "dataset:read", project)


def test_members_restrict_nothing(world, client, project, space):
    ivo = world.person()
    world.enroll(client.organizations.list(name=world.tag).organizations[0], ivo)
    world.join(space, ivo)

    with pytest.raises(ForbiddenException):
        ivo.client.resource_restrictions.restrict(resource_id=project)
    client.resource_restrictions.restrict(resource_id=project)
    with pytest.raises((ForbiddenException, NotFoundException)):
        ivo.client.resource_restrictions.unrestrict(resource_id=project)
    assert every("resource_restrictions", ivo.client.resource_restrictions.list) == []


def test_admins_of_a_space_restrict_there(world, client, project, space):
    ivo = world.person()
    world.enroll(client.organizations.list(name=world.tag).organizations[0], ivo)
    world.join(space, ivo, "ADMIN")
    foreign = world.project(world.space())
    client.resource_restrictions.restrict(resource_id=foreign)

    made = ivo.client.resource_restrictions.restrict(resource_id=project)

    assert every("resource_restrictions", ivo.client.resource_restrictions.list) == [made]
    with pytest.raises(NotFoundException):
        ivo.client.resource_restrictions.unrestrict(resource_id=foreign)
    assert ivo.client.resource_restrictions.unrestrict(resource_id=project) is None
