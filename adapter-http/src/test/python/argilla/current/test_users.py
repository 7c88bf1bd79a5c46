"""Users: create, list, find, update, delete."""

from uuid import UUID, uuid4

import argilla as rg
import pytest
from argilla._exceptions import (
    ArgillaError,
    ConflictError,
    ForbiddenError,
    NotFoundError,
    UnprocessableEntityError,
)

from world import PASSWORD, expect


def test_me_is_the_owner_of_the_key(client):
    me = client.me

    assert isinstance(me, rg.User)
    assert isinstance(me.id, UUID)
    assert me.role == "owner"
    assert me in client.users


def test_creates_a_user(world, client):
    username = world.name("ivo")
    user = rg.User(username=username, password="12345678", client=client)

    created = user.create()

    assert isinstance(created.id, UUID)
    assert created.username == username
    assert created.first_name == username
    assert created.last_name is None
    assert created.role == "annotator"


def test_creates_a_user_in_full(world, client):
    username = world.name("mara")

    rg.User(
        username=username, first_name="Mara", last_name="Reis", role="admin", password=PASSWORD, client=client
    ).create()

    mara = client.users(username)
    assert (mara.first_name, mara.last_name, mara.role) == ("Mara", "Reis", "admin")


@pytest.mark.parametrize("role", ["owner", "admin", "annotator"])
def test_creates_each_role(world, client, role):
    username = world.name(role)

    rg.User(username=username, role=role, password=PASSWORD, client=client).create()

    assert client.users(username).role == role


def test_adds_a_user_to_the_collection(world, client):
    username = world.name("ivo")

    added = client.users.add(rg.User(username=username, password=PASSWORD, client=client))

    assert client.users(username).id == added.id


def test_takes_an_email_address_as_username(world, client):
    username = world.name("Ivo.Reis+team") + "@example.org"

    rg.User(username=username, password=PASSWORD, client=client).create()

    assert client.users(username).username == username


def test_keeps_letters_of_every_script(world, client):
    username = f"Жанна-{int(world.tag, 16)}"  # digits: letters of two scripts that look alike are refused in one name

    rg.User(username=username, first_name="Žanna", last_name="李", password=PASSWORD, client=client).create()

    found = client.users(username)
    assert (found.username, found.first_name, found.last_name) == (username, "Žanna", "李")


@pytest.mark.since("2.7.0")
def test_keeps_a_chosen_id(world, client):
    chosen = uuid4()

    created = rg.User(username=world.name("ivo"), password=PASSWORD, id=chosen, client=client).create()

    assert created.id == chosen
    assert client.users(id=chosen) is not None


@pytest.mark.since("2.7.0")
def test_used_id_is_a_conflict(world, client):
    ivo = world.user()

    with pytest.raises(ConflictError, match=ivo["id"]):
        rg.User(username=world.name("ana"), password=PASSWORD, id=UUID(ivo["id"]), client=client).create()


def test_same_username_is_a_conflict(world, client):
    ivo = world.user()

    with pytest.raises(ConflictError, match=ivo["username"]):
        rg.User(username=ivo["username"], password=PASSWORD, client=client).create()


def test_short_password_is_unprocessable(world, client):
    with pytest.raises(UnprocessableEntityError, match="at least 8 characters"):
        rg.User(username=world.name("ivo"), password="1234567", client=client).create()


def test_missing_password_is_unprocessable(world, client):
    with pytest.raises(UnprocessableEntityError, match="password"):
        rg.User(username=world.name("ivo"), client=client).create()


def test_iterates_users(world, client):
    ivo, ana = world.user(), world.user()

    names = [user.username for user in client.users]

    assert names.index(ivo["username"]) < names.index(ana["username"])


def test_lists_users(world, client):
    ivo = world.user()

    listed = client.users.list()

    assert ivo["username"] in [user.username for user in listed]
    assert list(client.users) == listed


def test_counts_users(world, client):
    before = len(client.users)

    world.user()

    assert len(client.users) == before + 1


def test_indexes_users_by_age(world, client):
    ivo = world.user()

    assert isinstance(client.users[0], rg.User)
    assert client.users[-1].username == ivo["username"]


def test_shows_users_in_a_notebook(world, client):
    ivo = world.user()

    assert ivo["username"] in client.users._repr_html_()


def test_finds_by_name(world, client):
    ivo = world.user(last_name="Reis")

    for found in (client.users(ivo["username"]), client.users(username=ivo["username"])):
        assert str(found.id) == ivo["id"]
        assert found.last_name == "Reis"


def test_unknown_name_is_none_with_a_warning(world, client):
    with pytest.warns(UserWarning, match="not found"):
        assert client.users(world.name("nobody")) is None


def test_finds_by_id(world, client):
    ivo = world.user()

    assert client.users(id=UUID(ivo["id"])).username == ivo["username"]
    assert client.users(id=ivo["id"]).username == ivo["username"]


@pytest.mark.since("2.6.0")
def test_id_wins_over_name(world, client):
    ivo, ana = world.user(), world.user()

    with pytest.warns(UserWarning, match="id"):
        assert client.users(ana["username"], id=ivo["id"]).username == ivo["username"]


def test_unknown_id_is_none_with_a_warning(client):
    with pytest.warns(UserWarning, match="not found"):
        assert client.users(id=uuid4()) is None


def test_malformed_id_is_a_value_error(client):
    with pytest.raises(ValueError):
        client.users(id="not-a-uuid")


def test_neither_name_nor_id_is_refused(client):
    with pytest.raises(ArgillaError):
        client.users()


def test_same_user_is_equal_wherever_it_comes_from(world, client):
    ivo = client.users(world.user()["username"])

    assert client.users(id=ivo.id) == ivo
    assert ivo in client.users
    assert client.users[-1] == ivo
    assert rg.User(username=ivo.username, id=ivo.id, client=client).get() == ivo


def test_knows_which_users_exist(world, client):
    ivo = world.user()

    assert client.api.users.exist(UUID(ivo["id"]))
    assert not client.api.users.exist(uuid4())


@pytest.mark.since("2.6.0")
def test_updates_names(world, client):
    user = client.users(world.user()["username"])

    user.first_name = "Ivo"
    user.last_name = "Reis"
    updated = user.update()

    assert updated == client.users(id=user.id)
    assert (updated.first_name, updated.last_name) == ("Ivo", "Reis")
    assert updated.updated_at > updated.inserted_at


@pytest.mark.since("2.6.0")
def test_updates_a_user_it_just_created(world, client):
    user = rg.User(username=world.name("ivo"), password=PASSWORD, client=client).create()

    user.first_name = "Ivo"
    user.update()

    assert client.users(id=user.id).first_name == "Ivo"


@pytest.mark.since("2.6.0")
def test_update_of_nothing_changes_nothing(world, client):
    user = client.users(world.user()["username"])
    before = client.users(id=user.id)

    user.update()

    assert client.users(id=user.id) == before


@pytest.mark.since("2.6.0")
def test_renames_a_user(world, client, client_of):
    ivo = world.user()
    user = client.users(id=ivo["id"])

    user.username = world.name("renamed")
    user.update()

    assert client.users(user.username).id == user.id
    assert client_of(ivo).me.username == user.username


@pytest.mark.since("2.6.0")
def test_update_to_a_taken_name_is_unprocessable(world, client):
    ivo, ana = world.user(), world.user()
    user = client.users(id=ivo["id"])

    user.username = ana["username"]

    with pytest.raises(UnprocessableEntityError, match="already exists"):
        user.update()


@pytest.mark.since("2.6.0")
def test_changes_a_role(world, client, client_of):
    ivo = world.user(role="annotator")
    user = client.users(id=ivo["id"])

    user.role = "admin"
    user.update()

    assert client_of(ivo).me.role == "admin"


@pytest.mark.since("2.6.0")
def test_promotes_to_owner_and_back(world, client, client_of):
    ivo = world.user(role="annotator")
    user = client.users(id=ivo["id"])

    user.role = "owner"
    user.update()
    assert len(client_of(ivo).users) >= 2

    user.role = "annotator"
    user.update()
    with pytest.raises(ForbiddenError):
        len(client_of(ivo).users)


@pytest.mark.since("2.6.0")
def test_changes_a_password(world, client, client_of):
    ivo = world.user()
    user = client.users(id=ivo["id"])

    user.password = "a-much-better-one"
    user.update()

    assert world.nobody().log_in(ivo["username"]).status_code == 401
    assert world.nobody().log_in(ivo["username"], "a-much-better-one").status_code == 201
    assert client_of(ivo).me.username == ivo["username"]


@pytest.mark.since("2.6.0")
def test_update_without_a_password_is_unprocessable(world, client):
    user = rg.User(username=world.name("ivo"), password=PASSWORD, client=client).create()

    user.password = None

    with pytest.raises(UnprocessableEntityError, match="password"):
        user.update()


@pytest.mark.since("2.6.0")
def test_update_of_a_deleted_user_is_not_found(world, client):
    user = client.users(world.user()["username"])
    client.users(id=user.id).delete()

    user.first_name = "Late"

    with pytest.raises(NotFoundError, match=str(user.id)):
        user.update()


@pytest.mark.since("2.6.0")
def test_owner_updates_itself(world, client, client_of):
    mine = client_of(world.user(role="owner"))

    me = mine.me
    me.last_name = "Reis"
    me.update()

    assert mine.users(id=me.id).last_name == "Reis"


def test_deletes_a_user(world, client):
    user = client.users(world.user()["username"])
    username, user_id = user.username, user.id

    assert user.delete() is None

    assert user.id is None
    with pytest.warns(UserWarning):
        assert client.users(username) is None
    with pytest.warns(UserWarning):
        assert client.users(id=user_id) is None


def test_second_delete_is_unprocessable(world, client):
    user = client.users(world.user()["username"])
    user.delete()

    with pytest.raises(UnprocessableEntityError):
        user.delete()


def test_delete_of_a_deleted_user_is_not_found(world, client):
    username = world.user()["username"]
    user, same = client.users(username), client.users(username)
    user.delete()

    with pytest.raises(NotFoundError, match=str(same.id)):
        same.delete()


def test_name_of_a_deleted_user_is_free_again(world, client):
    ivo = world.user()
    client.users(id=ivo["id"]).delete()

    again = rg.User(username=ivo["username"], password=PASSWORD, client=client).create()

    assert str(again.id) != ivo["id"]


@pytest.mark.parametrize("role", ["admin", "annotator"])
def test_only_owners_see_and_make_users(world, client_of, role):
    ivo = world.user(role=role)
    mine = client_of(ivo)

    assert mine.me.username == ivo["username"]
    for refused in (
        lambda: len(mine.users),
        lambda: mine.users(ivo["username"]),
        lambda: mine.users(id=ivo["id"]),
        lambda: rg.User(username=world.name("ana"), password=PASSWORD, client=mine).create(),
        lambda: mine.me.delete(),
    ):
        with pytest.raises(ForbiddenError, match="Operation not allowed"):
            refused()
    assert not mine.api.users.exist(UUID(ivo["id"]))


@pytest.mark.since("2.6.0")
@pytest.mark.parametrize("role", ["admin", "annotator"])
def test_nobody_promotes_oneself(world, client_of, role):
    ivo = world.user(role=role)
    me = client_of(ivo).me

    me.role = "owner"

    with pytest.raises(ForbiddenError):
        me.update()
    assert expect(200, world.as_user(ivo).get("/api/v1/me"))["role"] == role
