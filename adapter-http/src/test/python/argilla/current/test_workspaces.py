"""Workspaces and their members."""

from uuid import UUID, uuid4

import argilla as rg
import pytest
from argilla._exceptions import (
    ArgillaError,
    ConflictError,
    ForbiddenError,
    NotFoundError,
)


def test_creates_a_workspace(world, client):
    name = world.name("team")

    created = rg.Workspace(name=name, client=client).create()

    assert isinstance(created.id, UUID)
    assert created.name == name


def test_adds_a_workspace_to_the_collection(world, client):
    name = world.name("team")

    added = client.workspaces.add(rg.Workspace(name=name, client=client))

    assert client.workspaces(name).id == added.id


def test_keeps_the_letter_case_of_a_name(world, client):
    name = world.name("Legal_Team")

    rg.Workspace(name=name, client=client).create()

    assert client.workspaces(name).name == name


@pytest.mark.since("2.7.0")
def test_keeps_a_chosen_id(world, client):
    chosen = uuid4()

    created = rg.Workspace(name=world.name("team"), id=chosen, client=client).create()

    assert created.id == chosen
    assert client.workspaces(id=chosen) == created


@pytest.mark.since("2.7.0")
def test_used_id_is_a_conflict(world, client):
    team = world.workspace()

    with pytest.raises(ConflictError, match=team["id"]):
        rg.Workspace(name=world.name("team"), id=UUID(team["id"]), client=client).create()


def test_same_name_is_a_conflict(world, client):
    team = world.workspace()

    with pytest.raises(ConflictError, match=team["name"]):
        rg.Workspace(name=team["name"], client=client).create()


def test_iterates_workspaces(world, client):
    first, second = world.workspace(), world.workspace()

    names = [workspace.name for workspace in client.workspaces]

    assert names.index(first["name"]) < names.index(second["name"])


def test_lists_workspaces(world, client):
    team = world.workspace()

    listed = client.workspaces.list()

    assert team["name"] in [workspace.name for workspace in listed]
    assert list(client.workspaces) == listed


def test_counts_workspaces(world, client):
    before = len(client.workspaces)

    world.workspace()

    assert len(client.workspaces) == before + 1


def test_indexes_workspaces_by_age(world, client):
    team = world.workspace()

    assert isinstance(client.workspaces[0], rg.Workspace)
    assert client.workspaces[-1].name == team["name"]


def test_shows_workspaces_in_a_notebook(world, client):
    team = world.workspace()

    assert team["name"] in client.workspaces._repr_html_()


def test_finds_by_name(world, client):
    team = world.workspace()

    assert str(client.workspaces(team["name"]).id) == team["id"]
    assert str(client.workspaces(name=team["name"]).id) == team["id"]


def test_unknown_name_is_none_with_a_warning(world, client):
    with pytest.warns(UserWarning, match="not found"):
        assert client.workspaces(world.name("team")) is None


def test_finds_by_id(world, client):
    team = world.workspace()

    assert client.workspaces(id=UUID(team["id"])).name == team["name"]
    assert client.workspaces(id=team["id"]).name == team["name"]


def test_unknown_id_is_none_with_a_warning(client):
    with pytest.warns(UserWarning, match="not found"):
        assert client.workspaces(id=uuid4()) is None


def test_malformed_id_is_a_value_error(client):
    with pytest.raises(ValueError):
        client.workspaces(id="not-a-uuid")


def test_neither_name_nor_id_is_refused(client):
    with pytest.raises(ArgillaError):
        client.workspaces()


def test_default_is_the_first_one_visible(world, client_of):
    ivo = world.user()
    first = world.workspace(ivo)
    world.workspace(ivo)

    assert client_of(ivo).workspaces.default.name == first["name"]


def test_without_any_there_is_no_default(world, client_of):
    with pytest.raises(ArgillaError):
        client_of(world.user()).workspaces.default


def test_same_workspace_is_equal_wherever_it_comes_from(world, client):
    created = rg.Workspace(name=world.name("team"), client=client).create()

    assert client.workspaces(created.name) == created
    assert client.workspaces(id=created.id) == created
    assert client.workspaces[-1] == created
    assert created in client.workspaces


def test_knows_which_workspaces_exist(world, client):
    team = world.workspace()

    assert client.api.workspaces.exists(UUID(team["id"]))
    assert not client.api.workspaces.exists(uuid4())


def test_deletes_a_workspace(world, client):
    team = client.workspaces(world.workspace(world.user())["name"])

    team.delete()

    with pytest.warns(UserWarning):
        assert client.workspaces(team.name) is None


def test_delete_of_a_deleted_workspace_is_not_found(world, client):
    name = world.workspace()["name"]
    team, same = client.workspaces(name), client.workspaces(name)
    team.delete()

    with pytest.raises(NotFoundError, match=str(same.id)):
        same.delete()


def test_lists_members(world, client):
    ivo, ana = world.user(), world.user(role="admin")
    team = client.workspaces(world.workspace(ivo, ana)["name"])

    assert [member.username for member in team.users] == [ivo["username"], ana["username"]]
    assert [member.username for member in client.users.list(workspace=team)] == [ivo["username"], ana["username"]]
    assert len(team.users) == 2
    assert team.users[0].username == ivo["username"]
    assert team.users[1].role == "admin"


def test_new_workspace_has_no_members(world, client):
    team = client.workspaces(world.workspace()["name"])

    assert len(team.users) == 0
    assert list(team.users) == []


def test_adds_a_member(world, client):
    team = client.workspaces(world.workspace()["name"])
    user = client.users(world.user()["username"])

    added = team.add_user(user)

    assert added == user
    assert user in team.users


def test_adds_a_member_by_name(world, client):
    team = client.workspaces(world.workspace()["name"])
    user = client.users(world.user()["username"])

    added = team.add_user(user.username)

    assert added == user
    assert user in team.users


def test_user_joins_a_workspace(world, client):
    team = client.workspaces(world.workspace()["name"])
    user = rg.User(username=world.name("ivo"), password="12345678", client=client).create()

    joined = user.add_to_workspace(team)

    assert joined in team.users
    assert joined == client.users(user.username)


def test_owner_can_be_a_member(world, client):
    team = client.workspaces(world.workspace()["name"])
    user = client.users(world.user(role="owner")["username"])

    team.add_user(user)

    assert user in team.users


def test_second_joining_is_a_conflict(world, client):
    ivo = world.user()
    team = client.workspaces(world.workspace(ivo)["name"])

    with pytest.raises(ConflictError, match="is not unique"):
        team.add_user(ivo["username"])


def test_unknown_name_cannot_join(world, client):
    team = client.workspaces(world.workspace()["name"])

    with pytest.warns(UserWarning), pytest.raises(ValueError):
        team.add_user(world.name("nobody"))


def test_removes_a_member(world, client):
    ivo = world.user()
    team = client.workspaces(world.workspace(ivo)["name"])
    user = client.users(ivo["username"])

    removed = team.remove_user(user)

    assert removed == user
    assert user not in team.users


def test_removes_a_member_by_name(world, client):
    ivo, ana = world.user(), world.user()
    team = client.workspaces(world.workspace(ivo, ana)["name"])

    team.remove_user(ivo["username"])

    assert [member.username for member in team.users] == [ana["username"]]


def test_user_leaves_a_workspace(world, client):
    ivo = world.user()
    team = client.workspaces(world.workspace(ivo)["name"])

    client.users(ivo["username"]).remove_from_workspace(team)

    assert len(team.users) == 0


def test_removal_of_a_stranger_is_not_found(world, client):
    team = client.workspaces(world.workspace()["name"])
    user = client.users(world.user()["username"])

    with pytest.raises(NotFoundError, match="WorkspaceUser not found"):
        team.remove_user(user)


def test_unknown_name_cannot_be_removed(world, client):
    team = client.workspaces(world.workspace()["name"])

    with pytest.warns(UserWarning), pytest.raises(ValueError):
        team.remove_user(world.name("nobody"))


def test_deleted_user_is_no_member(world, client):
    ivo = world.user()
    team = client.workspaces(world.workspace(ivo)["name"])

    client.users(ivo["username"]).delete()

    assert len(team.users) == 0


def test_lists_the_workspaces_of_a_user(world, client):
    ivo = world.user()
    first, second = world.workspace(ivo), world.workspace(ivo)
    world.workspace()

    listed = client.api.workspaces.list_by_user_id(UUID(ivo["id"]))

    assert [workspace.name for workspace in listed] == [first["name"], second["name"]]


def test_admin_manages_only_own_workspaces(world, client_of):
    mara, ivo = world.user(role="admin"), world.user()
    own, foreign = world.workspace(mara, ivo), world.workspace(ivo)
    mine = client_of(mara)

    assert [workspace.name for workspace in mine.workspaces] == [own["name"]]
    team = mine.workspaces(own["name"])
    assert [member.username for member in team.users] == [mara["username"], ivo["username"]]
    member = team.users[1]
    team.remove_user(member)
    assert member not in team.users
    for refused in (
        lambda: team.add_user(member),
        lambda: team.delete(),
        lambda: mine.workspaces(id=foreign["id"]),
        lambda: mine.workspaces(id=uuid4()),
        lambda: mine.users.list(workspace=rg.Workspace(name=foreign["name"], id=foreign["id"], client=mine)),
        lambda: rg.Workspace(name=world.name("team"), client=mine).create(),
    ):
        with pytest.raises(ForbiddenError, match="Operation not allowed"):
            refused()


def test_admin_leaves_a_workspace(world, client_of):
    mara = world.user(role="admin")
    own = world.workspace(mara)
    mine = client_of(mara)

    team = mine.workspaces(own["name"])
    team.remove_user(mine.me)

    assert len(mine.workspaces) == 0
    with pytest.raises(ForbiddenError):
        len(team.users)


def test_annotator_sees_only_own_workspaces(world, client_of):
    ivo = world.user()
    own, foreign = world.workspace(ivo), world.workspace()
    mine = client_of(ivo)

    assert [workspace.name for workspace in mine.workspaces] == [own["name"]]
    assert mine.workspaces(id=own["id"]).name == own["name"]
    with pytest.warns(UserWarning):
        assert mine.workspaces(foreign["name"]) is None
    team = mine.workspaces(own["name"])
    for refused in (
        lambda: len(team.users),
        lambda: team.add_user(mine.me),
        lambda: team.remove_user(mine.me),
        lambda: team.delete(),
        lambda: mine.workspaces(id=foreign["id"]),
        lambda: rg.Workspace(name=world.name("team"), client=mine).create(),
    ):
        with pytest.raises(ForbiddenError, match="Operation not allowed"):
            refused()


def test_owner_sees_workspaces_without_joining(world, client_of):
    team = world.workspace()
    mine = client_of(world.user(role="owner"))

    assert mine.workspaces(team["name"]) is not None
    assert len(mine.workspaces(team["name"]).users) == 0
