"""What every suite shares: where the server is, who owns it, its clients, and a world of its own for each test."""

import os

import pytest
from arize import ArizeClient
from arize._generated.api_client import rest

from wire import Exchange, Native, Wire
from words import release
from world import World


def pytest_collection_modifyitems(items):
    for item in items:
        for mark in item.iter_markers("since"):
            if release() < release(mark.args[0]):
                item.add_marker(pytest.mark.skip(reason=f"came with SDK {mark.args[0]}"))


@pytest.fixture(scope="session")
def api_url():
    return os.environ["ROSTER_URL"].rstrip("/")


@pytest.fixture(scope="session")
def owner_key():
    return os.environ["ROSTER_OWNER_KEY"]


@pytest.fixture(scope="session")
def native(api_url, owner_key):
    """The first owner at the native API, for what the SDK cannot do."""
    with Native(api_url.removesuffix("/arize"), owner_key) as native:
        yield native


@pytest.fixture(scope="session")
def owner(api_url, owner_key):
    """The first owner at the Arize API without the SDK, for what the SDK hides."""
    with Wire(api_url, owner_key) as wire:
        yield wire


@pytest.fixture(scope="session")
def connect(api_url):
    """Makes a client of the SDK, the way a script does."""
    scheme, host = api_url.split("://", 1)

    def connect(key, **options):
        return ArizeClient(api_key=key, api_host=host, api_scheme=scheme, **options)

    return connect


@pytest.fixture
def client(connect, owner_key):
    return connect(owner_key)


@pytest.fixture
def world(owner, native, client, connect):
    world = World(owner, native, client, connect)
    yield world
    world.clear()


@pytest.fixture
def sent(monkeypatch):
    """What the SDK sends from here on, and the status of each answer."""
    exchanges = []
    request = rest.RESTClientObject.request

    def recording(self, method, url, headers=None, body=None, **others):
        answer = request(self, method, url, headers=headers, body=body, **others)
        exchanges.append(Exchange.of(method, url, headers, body, answer.status))
        return answer

    monkeypatch.setattr(rest.RESTClientObject, "request", recording)
    return exchanges
