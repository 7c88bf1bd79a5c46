"""What every suite shares: where the server is, who owns it, its clients, and a world of its own for each test."""

import os

import pytest

from clients import KINDS, Clients
from wire import Native
from world import World


@pytest.fixture(scope="session")
def api_url():
    return os.environ["ROSTER_URL"].rstrip("/")


@pytest.fixture(scope="session")
def owner_key():
    return os.environ["ROSTER_OWNER_KEY"]


@pytest.fixture(scope="session")
def native(api_url, owner_key):
    """The first owner at the native API, for what the SDK cannot do."""
    with Native(api_url.removesuffix("/label-studio"), owner_key) as native:
        yield native


@pytest.fixture(scope="session")
def clients(api_url):
    with Clients(api_url) as clients:
        yield clients


@pytest.fixture(scope="session")
def shared(native, clients):
    """The organization that the owner works in."""
    return World(native, clients)


@pytest.fixture
def world(shared):
    return shared.another()


@pytest.fixture(params=KINDS)
def kind(request):
    """Which client: synchronous or asynchronous, with the user token or with a personal access token."""
    return request.param


@pytest.fixture(scope="session")
def owners(clients, owner_key):
    """The owner's client of each kind, made once: a user has one personal access token."""
    made = {}

    def owner(kind):
        if kind not in made:
            made[kind] = clients.of(kind, owner_key)
        return made[kind]

    return owner


@pytest.fixture
def client(owners, kind):
    """The first owner."""
    return owners(kind)


@pytest.fixture
def owner(owners):
    """The same with the user token, where the kind of client does not matter."""
    return owners("sync-token")
