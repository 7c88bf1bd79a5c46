"""The SDK 1.x as a script uses it."""

import warnings

import argilla as rg
import pytest


@pytest.fixture
def become(api_url):
    """Logs in with a key, and in a workspace when one is named."""

    def init(key, workspace=None):
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="No workspace configuration", category=UserWarning)
            rg.init(api_url=api_url, api_key=key, workspace=workspace)

    return init


@pytest.fixture
def as_owner(become, owner_key):
    become(owner_key)


@pytest.fixture
def become_user(become):
    return lambda user, workspace=None: become(user["api_key"], workspace)
