"""Workspaces and members of the SDK 1.x."""

from uuid import UUID, uuid4

import argilla as rg
import pytest

pytestmark = pytest.mark.usefixtures("as_owner")


def test_creates_a_workspace(world):
    name = world.name("team")

    workspace = rg.Workspace.create(name)

    assert isinstance(workspace.id, UUID)
    assert rg.Workspace.from_name(name).id == workspace.id
    assert rg.Workspace.from_name(name).inserted_at == workspace.inserted_at


def test_same_name_is_a_value_error(world):
    team = world.workspace()

    with pytest.raises(ValueError, match=team["name"]):
        rg.Workspace.create(team["name"])


def test_impossible_name_is_a_runtime_error(world):
    with pytest.raises(RuntimeError):
        rg.Workspace.create(world.name("two words"))


def test_lists_workspaces_by_age(world):
    first, second = world.workspace(), world.workspace()

    assert [workspace.name for workspace in rg.Workspace.list()][-2:] == [first["name"], second["name"]]


def test_unknown_name_is_a_value_error(world):
    with pytest.raises(ValueError):
        rg.Workspace.from_name(world.name("team"))


def test_finds_by_id(world):
    team = world.workspace()

    assert rg.Workspace.from_id(UUID(team["id"])).name == team["name"]
    assert rg.Workspace.from_id(team["id"]).name == team["name"]


def test_unknown_id_is_a_value_error():
    with pytest.raises(ValueError):
        rg.Workspace.from_id(uuid4())


def test_malformed_id_is_a_value_error():
    with pytest.raises(ValueError):
        rg.Workspace.from_id("not-a-uuid")


def test_adds_members_in_order_of_joining(world):
    ivo, ana = world.user(), world.user(last_name="Reis")
    workspace = rg.Workspace.from_name(world.workspace()["name"])

    workspace.add_user(UUID(ana["id"]))
    workspace.add_user(UUID(ivo["id"]))

    assert [member.username for member in workspace.users] == [ana["username"], ivo["username"]]
    assert workspace.users[0].full_name.endswith(" Reis")


def test_second_joining_is_a_value_error(world):
    ivo = world.user()
    workspace = rg.Workspace.from_name(world.workspace(ivo)["name"])

    with pytest.raises(ValueError, match="already exists"):
        workspace.add_user(UUID(ivo["id"]))


def test_unknown_user_cannot_join(world):
    workspace = rg.Workspace.from_name(world.workspace()["name"])

    with pytest.raises(ValueError):
        workspace.add_user(uuid4())


def test_owner_is_not_added_by_this_sdk(world):
    mara = world.user(role="owner")
    workspace = rg.Workspace.from_name(world.workspace()["name"])

    with pytest.warns(UserWarning, match="owner"):
        workspace.add_user(UUID(mara["id"]))

    assert workspace.users == []


def test_removes_a_member(world):
    ivo = world.user()
    workspace = rg.Workspace.from_name(world.workspace(ivo)["name"])

    workspace.delete_user(UUID(ivo["id"]))

    assert workspace.users == []


def test_removal_of_a_stranger_is_a_value_error(world):
    ivo = world.user()
    workspace = rg.Workspace.from_name(world.workspace()["name"])

    with pytest.raises(ValueError):
        workspace.delete_user(UUID(ivo["id"]))


def test_deletes_a_workspace(world):
    workspace = rg.Workspace.from_name(world.workspace(world.user())["name"])

    workspace.delete()

    with pytest.raises(ValueError):
        rg.Workspace.from_id(workspace.id)


def test_second_delete_is_a_value_error(world):
    workspace = rg.Workspace.from_name(world.workspace()["name"])
    workspace.delete()

    with pytest.raises(ValueError, match="doesn't exist"):
        workspace.delete()


@pytest.mark.parametrize("published", [False, True])
def test_workspace_with_a_dataset_cannot_be_deleted(world, owner, published):
    team = world.workspace()
    dataset = world.dataset(team, published=published)
    workspace = rg.Workspace.from_id(team["id"])

    with pytest.raises(ValueError, match="datasets are still linked"):
        workspace.delete()

    assert owner.delete(f"/api/v1/datasets/{dataset['id']}").status_code == 200
    workspace.delete()


def test_admin_reads_members_of_own_workspaces(world, become_user):
    mara, ivo = world.user(role="admin"), world.user()
    own, foreign = world.workspace(mara, ivo), world.workspace()
    become_user(mara, own["name"])

    workspace = rg.Workspace.from_name(own["name"])

    assert [found.name for found in rg.Workspace.list()] == [own["name"]]
    assert [member.username for member in workspace.users] == [mara["username"], ivo["username"]]
    for refused in (
        lambda: workspace.add_user(UUID(ivo["id"])),
        lambda: workspace.delete_user(UUID(ivo["id"])),
        workspace.delete,
        lambda: rg.Workspace.create(world.name("team")),
    ):
        with pytest.raises(PermissionError):
            refused()
    with pytest.raises(RuntimeError):
        rg.Workspace.from_id(foreign["id"])


def test_annotator_sees_own_workspaces(world, become_user):
    ivo = world.user()
    team = world.workspace(ivo)
    world.workspace()
    become_user(ivo)

    assert [found.name for found in rg.Workspace.list()] == [team["name"]]
    with pytest.raises(PermissionError):
        rg.Workspace.from_name(team["name"]).users
