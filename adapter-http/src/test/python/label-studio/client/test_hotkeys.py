"""Hotkeys (wire contract §4.1, §11 line 16)."""

import pytest
from label_studio_sdk.errors import BadRequestError, NotFoundError, UnauthorizedError

KEY = {"annotation:submit": {"key": "ctrl+enter", "active": True}}


def test_16_hotkeys_are_replaced_and_not_merged(world, kind):
    client = world.client(world.person(), kind)
    assert client.users.get_hotkeys().custom_hotkeys == {}

    assert client.users.update_hotkeys(custom_hotkeys=KEY).custom_hotkeys == KEY
    other = {"regions:delete": {"key": "d"}}
    client.users.update_hotkeys(custom_hotkeys=other)

    assert client.users.get_hotkeys().custom_hotkeys == other
    assert client.users.update_hotkeys(custom_hotkeys={}).custom_hotkeys == {}


@pytest.mark.parametrize(
    "hotkeys",
    [
        {"annotation:submit": {}},
        {"annotation:submit": {"key": ""}},
        {"annotation:submit": {"key": "alt+f4"}},
        {"annotation:submit": {"key": "x" * 51}},
        {"annotation:submit": {"key": "a", "active": "yes"}},
        {"nocolon": {"key": "a"}},
        {" :submit": {"key": "a"}},
        {f"a:{each}": {"key": "a"} for each in range(201)},
    ],
    ids=["no-key", "empty", "reserved", "long", "no-flag", "no-section", "blank", "many"],
)
def test_16_hotkeys_that_cannot_be_are_a_bad_request(world, hotkeys):
    client = world.client(world.person())

    with pytest.raises(BadRequestError):
        client.users.update_hotkeys(custom_hotkeys=hotkeys)

    assert client.users.get_hotkeys().custom_hotkeys == {}


def test_16_hotkeys_of_nobody_are_unauthorized(clients):
    with pytest.raises(UnauthorizedError):
        clients.sync("nobodys").users.get_hotkeys()


@pytest.mark.parametrize("project", [0, -1])
def test_16_a_project_that_is_no_number_changes_nothing(world, project):
    client = world.client(world.person())

    with pytest.raises((BadRequestError, NotFoundError)):
        client.users.update_hotkeys(custom_hotkeys=KEY, project=project)

    assert client.users.get_hotkeys().custom_hotkeys == {}
