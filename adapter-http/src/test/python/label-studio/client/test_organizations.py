"""Organizations and their members (wire contract §3.4 to §3.6, §4.5, §11 lines 18 to 20)."""

import pytest
from label_studio_sdk.core.api_error import ApiError
from label_studio_sdk.errors import ForbiddenError, MethodNotAllowedError, NotFoundError

from clients import every


@pytest.fixture
def organization(client):
    return client.users.whoami().active_organization


def refused(call, status):
    with pytest.raises(ApiError) as refusal:
        call()
    assert refusal.value.status_code == status, refusal.value.body


def test_those_that_one_is_a_member_of_are_listed(world, client, organization):
    assert organization in [found.id for found in client.organizations.list()]
    ivo = world.manager()
    world.elsewhere(ivo)

    (only,) = world.client(ivo).organizations.list()

    assert only.id != organization
    refused(lambda: world.client(ivo).organizations.get(organization), 404)
    refused(lambda: client.organizations.get(999_999_999), 404)


def test_the_detail_names_the_people(client, organization):
    found = client.organizations.get(organization)

    assert found.id == organization
    assert found.title
    assert found.created_at is not None


def test_18_the_owner_is_not_assignable(world, kind):
    ivo = world.manager()
    world.elsewhere(ivo)
    client = world.client(ivo, kind)
    number = client.users.whoami().active_organization
    before = client.organizations.get(number)

    changed = client.organizations.update(number, title=world.name("Lab"), contact_info="lab@example.org")

    assert changed.title != before.title
    assert changed.contact_info == "lab@example.org"
    assert changed.created_by == before.created_by


def test_a_member_does_not_change_an_organization(world, kind, shared):
    ivo = world.client(world.person(), kind)

    refused(lambda: ivo.organizations.update(ivo.users.whoami().active_organization, title="Mine"), 403)


def test_19_members_come_in_pages_that_end(world, kind):
    ivo = world.manager()
    mia, lea = world.person(), world.person()
    world.elsewhere(ivo, mia, lea)
    client = world.client(ivo, kind)
    number = client.users.whoami().active_organization

    found = every(client.organizations.members.list(number, page_size=1))

    assert {member.user.email for member in found} == {ivo.email, mia.email, lea.email}
    assert [member.user.username for member in found] == sorted(member.user.username for member in found)
    assert all(member.organization == number for member in found)
    assert found[0].created_projects is None
    (everything,) = [every(client.organizations.members.list(number, page_size=-1))]
    assert len(everything) == 3


def test_19_projects_are_arrays_where_they_are_asked_for(client, organization):
    found = every(client.organizations.members.list(organization, contributed_to_projects=True))

    assert all(isinstance(member.contributed_to_projects, list) for member in found)
    assert all(isinstance(member.user.contributed_to_projects, list) for member in found)


def test_a_member_is_found_by_number(world, client, organization):
    number = world.id_of(world.person())

    found = client.organizations.members.get(organization, number)

    assert (found.user, found.organization) == (number, organization)
    refused(lambda: client.organizations.members.get(organization, 999_999_999), 404)


def test_a_role_is_given(world, client, organization):
    ivo = world.person()
    number = world.id_of(ivo)

    for role in ("AN", "RE", "MA", "AD"):
        given = client.organizations.members.update(organization, user_id=number, role=role)
        assert given.role == role
        (membership,) = client.users.get(number).org_membership
        assert membership.role == role


@pytest.mark.parametrize("theirs", ["sync-token", "async-token"])
def test_what_a_role_may_acts_on_the_next_request(world, client, organization, theirs):
    ivo = world.person()
    number = world.id_of(ivo)
    theirs = world.client(ivo, theirs)
    refused(theirs.organizations.invites.get_invite_link, 403)

    client.organizations.members.update(organization, user_id=number, role="AD")
    theirs.organizations.invites.get_invite_link()
    client.organizations.members.update(organization, user_id=number, role="AN")

    refused(theirs.organizations.invites.get_invite_link, 403)


def test_20_who_is_removed_is_gone_and_removed_once(world, client, organization):
    ivo = world.person()
    number = world.id_of(ivo)

    client.organizations.members.delete(organization, number)

    with pytest.raises(NotFoundError):
        client.organizations.members.delete(organization, number)
    with pytest.raises(MethodNotAllowedError):
        client.organizations.members.delete(organization, client.users.whoami().id)
    refused(lambda: world.client(ivo).users.whoami(), 401)
    emails = {member.user.email for member in every(client.organizations.members.list(organization, page_size=-1))}
    assert ivo.email not in emails


def test_20_a_member_removes_nobody(world, organization, kind):
    ivo, mia = world.client(world.person(), kind), world.person()

    with pytest.raises(ForbiddenError):
        ivo.organizations.members.delete(organization, world.id_of(mia))


def test_who_was_removed_is_listed_to_who_asks_and_masked(world, client, organization):
    ivo = world.person()
    number = world.id_of(ivo)
    client.organizations.members.delete(organization, number)

    left = every(client.organizations.members.list(organization, is_deleted=True, page_size=1000))

    (masked,) = [member.user for member in left if member.user.id == number]
    assert masked.username == f"deleted-{number}"
    assert ivo.email not in str(left)
    refused(lambda: client.organizations.members.get(organization, number), 404)


@pytest.mark.parametrize("kind", ["sync-token", "async-token"])
def test_what_newcomers_are_is_chosen(world, kind):
    ivo, mia = world.manager(), world.person()
    world.elsewhere(ivo)
    client = world.client(ivo, kind)
    number = client.users.whoami().active_organization

    for role in ("AN", "RE", "MA", "AD", "NO"):
        chosen = client.organizations.update_default_role(number, organization=number, default_role=role)
        assert (chosen.organization, chosen.default_role) == (number, role)
        assert client.organizations.get(number).default_role == role

    for role in ("OW", "DI"):
        refused(lambda: client.organizations.update_default_role(number, organization=number, default_role=role), 400)
    refused(
        lambda: world.client(mia, kind).organizations.update_default_role(
            world.client(mia, kind).users.whoami().active_organization, organization=number, default_role="AN"
        ),
        403,
    )
