"""What the page "Users" of the SDK's own documentation shows, call by call.

The page is written for releases before 8.40; the words of later ones stand in where the release under test wants them.
"""

import pytest
from arize.users.types import CustomUserRole, DeletionStatus, PredefinedUserRole

from ids import unknown
from words import say


def test_lists_by_part_of_the_address_and_status(world, client):
    active, invited = world.user(), world.user(mode="EMAIL_LINK")

    response = client.users.list(email=f"@{world.domain}", status=[say("ACTIVE"), say("INVITED")], limit=50)

    found = [(user.id, user.email, user.status) for user in response.users]
    assert found == [(active.id, active.email, say("ACTIVE")), (invited.id, invited.email, say("INVITED"))]
    assert response.pagination.has_more is False


def test_gets_by_id(world, client):
    ada = world.user()

    user = client.users.get(user=ada.id)

    assert user == ada


@pytest.mark.parametrize("spell", [str, str.lower, str.upper, str.title])
def test_gets_by_address_in_any_case(world, client, spell):
    ada = world.user(email=world.email("Ada.Reyes"))

    user = client.users.get(user=spell(ada.email))

    assert (user.id, user.email, str(user.role)) == (ada.id, ada.email, say("MEMBER"))


def test_gets_none_where_nobody_has_the_address(world, client):
    assert client.users.get(user=world.email("nobody")) is None


@pytest.mark.parametrize(
    "mode, status", [("NONE", "ACTIVE"), ("EMAIL_LINK", "INVITED"), ("TEMPORARY_PASSWORD", "INVITED")]
)
def test_creates_with_a_predefined_role_in_each_mode(world, client, mode, status):
    name, email = world.name("Ada Lovelace"), world.email()

    user = client.users.create(
        name=name, email=email, role=PredefinedUserRole(name=say("MEMBER")), invite_mode=say(mode)
    )

    assert (user.name, user.email, user.status) == (name, email, say(status))
    assert (user.role.type, user.role.name) == (say("PREDEFINED"), say("MEMBER"))
    assert user.created_at.utcoffset().total_seconds() == 0


@pytest.mark.parametrize("role", ["ADMIN", "MEMBER", "ANNOTATOR"])
def test_creates_with_each_predefined_role(world, client, role):
    made = world.user(role)

    assert str(client.users.get(user=made.id).role) == say(role)


def test_creates_with_a_custom_role(world, client):
    role = world.role("USER_READ")

    user = client.users.create(
        name=world.name("Ada Lovelace"),
        email=world.email(),
        role=CustomUserRole(id=role.id),
        invite_mode=say("EMAIL_LINK"),
    )

    assert (user.role.type, user.role.id, user.role.name) == (say("CUSTOM"), role.id, role.name)
    assert str(user.role) == role.name
    assert client.users.get(user=user.id).role == user.role
    assert user.is_developer is False


@pytest.mark.parametrize("role, developer", [("ADMIN", True), ("MEMBER", True), ("ANNOTATOR", False)])
def test_the_role_says_who_is_a_developer(world, client, role, developer):
    made = world.user(role)

    assert made.is_developer is developer
    assert client.users.get(user=made.id).is_developer is developer


@pytest.mark.parametrize("role, developer", [("ADMIN", False), ("MEMBER", False), ("ANNOTATOR", True)])
def test_the_caller_may_say_otherwise(world, client, role, developer):
    made = world.user(role, is_developer=developer)

    assert made.is_developer is developer
    assert client.users.get(user=made.id).is_developer is developer


def test_updates_name_and_developer_flag(world, client):
    ada = world.user()

    user = client.users.update(user_id=ada.id, name="Ada King", is_developer=False)

    assert (user.name, user.is_developer) == ("Ada King", False)
    assert user == client.users.get(user=ada.id)
    assert (user.email, user.role, user.created_at) == (ada.email, ada.role, ada.created_at)


def test_deletes(world, client):
    ada = world.user()

    assert client.users.delete(user_id=ada.id) is None

    assert client.users.get(user=ada.email) is None
    assert client.users.list(email=ada.email).users == []


def test_deletes_many_by_id_and_address(world, client):
    first, second, third = world.user(), world.user(), world.user(email=world.email("Mei"))
    nobody = world.email("nobody")

    results = client.users.bulk_delete(
        user_ids=[first.id, second.id, unknown("User")], emails=[third.email.upper(), nobody]
    )

    assert [result.status for result in results] == [
        DeletionStatus.NOT_FOUND,
        DeletionStatus.DELETED,
        DeletionStatus.DELETED,
        DeletionStatus.FAILED,
        DeletionStatus.DELETED,
    ]
    assert [result.user_id for result in results][:3] == ["", first.id, second.id]
    assert [result.email for result in results] == [nobody, None, None, None, third.email.upper()]
    assert [bool(result.error) for result in results] == [True, False, False, True, False]
    assert client.users.list(email=world.domain).users == []


def test_deletes_many_by_id_alone_and_by_address_alone(world, client):
    first, second = world.user(), world.user()

    by_id = client.users.bulk_delete(user_ids=[first.id])
    by_address = client.users.bulk_delete(emails=[second.email])

    assert [(result.user_id, result.status) for result in by_id + by_address] == [
        (first.id, DeletionStatus.DELETED),
        (second.id, DeletionStatus.DELETED),
    ]


def test_sends_an_invitation_again(world, client):
    ada = world.user(mode="EMAIL_LINK")

    assert client.users.resend_invitation(user_id=ada.id) is None

    assert client.users.get(user=ada.id) == ada


def test_sends_a_link_for_another_password(world, client):
    ivo = world.person()

    assert client.users.reset_password(user_id=ivo.id) is None
