"""Logging in, and the current workspace."""

import warnings

import argilla as rg
import pytest
from argilla.client.sdk.commons.errors import UnauthorizedApiError


def test_warns_only_that_there_is_no_workspace(api_url, owner_key):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        rg.init(api_url=api_url, api_key=owner_key)

    told = [str(warning.message) for warning in caught if warning.category is UserWarning]
    assert len(told) == 1 and "No workspace" in told[0], told


def test_starts_in_a_workspace_without_any_warning(world, api_url, owner_key):
    team = world.workspace()

    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        rg.init(api_url=api_url, api_key=owner_key, workspace=team["name"])

    assert rg.get_workspace() == team["name"]


def test_starts_from_the_environment(monkeypatch, world, api_url):
    ivo = world.user()
    team = world.workspace(ivo)
    monkeypatch.setenv("ARGILLA_API_URL", api_url)
    monkeypatch.setenv("ARGILLA_API_KEY", ivo["api_key"])
    monkeypatch.setenv("ARGILLA_WORKSPACE", team["name"])

    rg.init()

    assert rg.User.me().username == ivo["username"]
    assert rg.get_workspace() == team["name"]


def test_wrong_key_is_unauthorized(api_url):
    with pytest.raises(UnauthorizedApiError):
        rg.init(api_url=api_url, api_key="not-a-key-of-anybody")


def test_unknown_workspace_is_a_value_error(world, become, owner_key):
    with pytest.raises(ValueError):
        become(owner_key, world.name("team"))


def test_foreign_workspace_is_a_value_error(world, become_user):
    team = world.workspace()

    with pytest.raises(ValueError):
        become_user(world.user(), team["name"])


def test_changes_the_current_workspace(world, become_user):
    ivo = world.user()
    first, second = world.workspace(ivo), world.workspace(ivo)
    become_user(ivo, first["name"])

    rg.set_workspace(second["name"])

    assert rg.get_workspace() == second["name"]


def test_cannot_change_to_an_unknown_workspace(world, as_owner):
    with pytest.raises(ValueError):
        rg.set_workspace(world.name("team"))


def test_user_named_argilla_starts_in_the_workspace_of_that_name(owner, world, api_url):
    if any(item["username"].lower() == "argilla" for item in owner.get("/api/v1/users").json()["items"]):
        pytest.skip("this server has a user named argilla already")
    user = world.user(username="argilla")
    try:
        with pytest.warns(UserWarning, match="No workspace"):
            rg.init(api_url=api_url, api_key=user["api_key"])
        assert rg.User.me().username == "argilla"
    finally:
        owner.delete(f"/api/v1/users/{user['id']}")
