"""Users of the SDK 1.x."""

from uuid import UUID, uuid4

import argilla as rg
import pytest

from world import PASSWORD

pytestmark = pytest.mark.usefixtures("as_owner")


def test_me_is_the_owner_of_the_key(owner_key):
    me = rg.User.me()

    assert me.is_owner and not me.is_admin and not me.is_annotator
    assert me.api_key == owner_key


def test_creates_a_user(world):
    username = world.name("ivo")

    with pytest.warns(UserWarning):
        user = rg.User.create(username, password="12345678")

    assert isinstance(user.id, UUID)
    assert (user.username, user.first_name, user.last_name, user.role) == (username, username, None, "annotator")
    assert world.as_user({"api_key": user.api_key}).get("/api/me").json()["username"] == username


def test_creates_a_user_in_full(world):
    first, second = world.workspace(), world.workspace()

    mara = rg.User.create(
        username=world.name("mara"),
        password=PASSWORD,
        first_name="Mara",
        last_name="Reis",
        role="admin",
        workspaces=[first["name"], second["name"]],
    )

    assert (mara.full_name, mara.is_admin) == ("Mara Reis", True)
    assert [workspace.name for workspace in mara.workspaces] == [first["name"], second["name"]]


@pytest.mark.parametrize("role", ["owner", "admin", "annotator"])
def test_creates_each_role(world, role):
    user = rg.User.create(world.name(role), password=PASSWORD, first_name="Ivo", role=role)

    assert rg.User.from_id(user.id).role == role


def test_same_username_is_a_key_error(world):
    ivo = world.user()

    with pytest.raises(KeyError, match=ivo["username"]):
        rg.User.create(ivo["username"], password=PASSWORD, first_name="Ivo", role="annotator")


def test_unknown_workspace_is_a_value_error_and_makes_nobody(world):
    username = world.name("ivo")
    missing = world.name("team")

    with pytest.raises(ValueError, match=missing):
        rg.User.create(username, password=PASSWORD, first_name="Ivo", role="annotator", workspaces=[missing])

    with pytest.raises(ValueError):
        rg.User.from_name(username)


def test_short_password_is_refused(world):
    with pytest.raises(ValueError):
        rg.User.create(world.name("ivo"), password="1234567", first_name="Ivo", role="annotator")


def test_lists_users_by_age(world):
    ivo, ana = world.user(), world.user(last_name="Reis")

    users = rg.User.list()

    assert [str(user.id) for user in users][-2:] == [ivo["id"], ana["id"]]
    assert users[-1].last_name == "Reis"
    assert users[-2].last_name is None


def test_lists_users_whose_names_the_sdk_itself_would_not_make(world):
    odd = world.user(username=world.name("Ivo.Reis") + "@example.org")

    assert rg.User.from_name(odd["username"]).id == UUID(odd["id"])


def test_finds_by_name(world):
    ivo = world.user()

    assert str(rg.User.from_name(ivo["username"]).id) == ivo["id"]


def test_unknown_name_is_a_value_error(world):
    with pytest.raises(ValueError):
        rg.User.from_name(world.name("nobody"))


def test_finds_by_id(world):
    ivo = world.user()

    assert rg.User.from_id(UUID(ivo["id"])).username == ivo["username"]


def test_unknown_id_is_a_value_error():
    with pytest.raises(ValueError):
        rg.User.from_id(uuid4())


def test_deletes_a_user(world):
    user = rg.User.from_name(world.user()["username"])

    user.delete()

    with pytest.raises(ValueError):
        rg.User.from_id(user.id)


def test_second_delete_is_a_value_error(world):
    user = rg.User.from_name(world.user()["username"])
    user.delete()

    with pytest.raises(ValueError):
        user.delete()


def test_annotator_has_its_memberships(world):
    ivo = world.user()
    team = world.workspace(ivo)

    workspaces = rg.User.from_name(ivo["username"]).workspaces

    assert [workspace.name for workspace in workspaces] == [team["name"]]


def test_owner_has_every_workspace(world):
    team = world.workspace()

    assert team["name"] in [workspace.name for workspace in rg.User.me().workspaces]


@pytest.mark.parametrize("role", ["admin", "annotator"])
def test_others_see_only_themselves(world, become_user, role):
    ivo = world.user(role=role)
    team = world.workspace(ivo)
    become_user(ivo)

    me = rg.User.me()

    assert (me.username, me.role, me.api_key) == (ivo["username"], role, ivo["api_key"])
    assert [workspace.name for workspace in me.workspaces] == [team["name"]]
    for refused in (
        rg.User.list,
        me.delete,
        lambda: rg.User.from_name(ivo["username"]),
        lambda: rg.User.from_id(me.id),
        lambda: rg.User.create(world.name("ana"), password=PASSWORD),
    ):
        with pytest.raises(PermissionError):
            refused()
