"""The SDK 2.x as a script uses it."""

import re

import argilla as rg
import pytest


def release(version):
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def pytest_collection_modifyitems(items):
    for item in items:
        for mark in item.iter_markers("since"):
            if release(rg.__version__) < release(mark.args[0]):
                item.add_marker(pytest.mark.skip(reason=f"came with SDK {mark.args[0]}"))


@pytest.fixture
def client(api_url, owner_key):
    """The owner. A test that makes another client passes this one on where it means the owner."""
    return rg.Argilla(api_url=api_url, api_key=owner_key)


@pytest.fixture
def client_of(api_url, client):
    """Makes the client of a user. The owner's stays the one that is used when none is named."""

    def make(user):
        made = rg.Argilla(api_url=api_url, api_key=user["api_key"])
        rg.Argilla._set_default(client)
        return made

    return make
