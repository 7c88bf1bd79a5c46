"""What every suite shares: where the server is, who owns it, and a world of its own for each test."""

import os

import pytest

from world import Wire, World


@pytest.fixture(scope="session")
def api_url():
    return os.environ["ROSTER_URL"].rstrip("/")


@pytest.fixture(scope="session")
def owner_key():
    return os.environ["ROSTER_OWNER_KEY"]


@pytest.fixture(scope="session")
def owner(api_url, owner_key):
    """The first owner, over plain HTTP."""
    with Wire(api_url, key=owner_key) as wire:
        yield wire


@pytest.fixture
def world(owner):
    world = World(owner)
    yield world
    world.clear()
