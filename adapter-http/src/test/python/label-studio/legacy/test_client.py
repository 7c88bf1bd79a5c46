"""The client of 1.x, which the SDK still has (wire contract §6)."""

import pytest
from label_studio_sdk import Client
from label_studio_sdk._legacy.client import ClientCredentials
from label_studio_sdk._legacy.users import User, UserRole

from world import PASSWORD


@pytest.fixture
def ivo(world):
    return world.person(role="owner", password=PASSWORD)


@pytest.fixture(params=["key", "credentials"])
def client(request, api_url, ivo):
    if request.param == "key":
        return Client(api_url, api_key=ivo.token)
    return Client(api_url, credentials=ClientCredentials(email=ivo.email, password=PASSWORD))


def test_a_password_leads_to_the_token(api_url, ivo):
    client = Client(api_url, credentials=ClientCredentials(email=ivo.email.upper(), password=PASSWORD))

    assert client.api_key == ivo.token


def test_a_wrong_password_leads_to_nothing(api_url, ivo):
    client = Client(
        api_url,
        credentials=ClientCredentials(email=ivo.email, password="wrong-horse-battery"),
        versions={"release": "0"},
        make_request_raise=False,
    )

    assert client.api_key is None
    assert client.make_request("GET", "/api/users").status_code == 401


def test_the_connection_is_up(client):
    assert client.check_connection() == {"status": "UP"}
    assert client.is_enterprise is False


def test_users_are_read_whole(client, ivo):
    users = client.get_users()

    assert ivo.email in [user.email for user in users]
    for user in users:
        assert user.last_activity is not None


def test_a_user_is_created_once(client, world):
    email = world.email()

    made = client.create_user({"username": "Ada", "email": email, "first_name": "Ada", "last_name": "", "phone": ""})

    assert made.email == email
    assert client.create_user({"username": "Ada", "email": email}) is None
    assert email in [user.email for user in client.get_users()]


def test_a_user_object_is_created(client, world):
    wanted = User(
        id=0, username="", email=world.email(), first_name="X", last_name="Z", initials="", phone="", client=client
    )

    assert client.create_user(wanted).email == wanted.email


def test_a_role_is_given(client, world):
    made = client.create_user({"username": "Ada", "email": world.email()})

    assert made.set_role(UserRole.REVIEWER).status_code == 200
    (again,) = [user for user in client.get_users() if user.id == made.id]
    assert [membership.role for membership in again.org_membership] == [UserRole.REVIEWER]


def test_the_organization_is_found(client):
    assert client.get_organization()["id"] >= 1
