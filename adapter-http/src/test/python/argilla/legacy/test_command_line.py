"""The command line that comes with the SDK 1.x."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from world import PASSWORD, expect


@pytest.fixture
def argilla(tmp_path):
    """Runs the command with a home of its own."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("ARGILLA_API")}
    environment.update(ARGILLA_CACHE_DIR=str(tmp_path / "credentials"), COLUMNS="240", PYTHONWARNINGS="ignore")
    command = Path(sys.executable).with_name("argilla")

    def run(*arguments):
        return subprocess.run(
            [str(command), *arguments], env=environment, capture_output=True, text=True, timeout=120
        )

    return run


@pytest.fixture
def logged_in(argilla, api_url, owner_key):
    succeed(argilla("login", "--api-url", api_url, "--api-key", owner_key))
    return argilla


def succeed(done):
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def fail(done):
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def test_logs_in_and_out(argilla, api_url, owner_key, owner):
    username = expect(200, owner.get("/api/v1/me"))["username"]

    succeed(argilla("login", "--api-url", api_url, "--api-key", owner_key))
    assert username in succeed(argilla("whoami"))
    succeed(argilla("logout"))
    assert "not logged in" in fail(argilla("whoami"))


def test_wrong_key_is_refused(argilla, api_url):
    assert "Could not login" in fail(argilla("login", "--api-url", api_url, "--api-key", "nobodys-key"))


def test_tells_about_the_server(logged_in):
    assert "1.29" in succeed(logged_in("info"))


def test_manages_users(logged_in, world, owner):
    team = world.workspace()
    username = world.name("ivo")
    create = ("users", "create", "--username", username, "--password", PASSWORD, "--role", "admin")

    made = succeed(logged_in(*create, "--first-name", "Ivo", "--workspace", team["name"]))

    assert username in made and team["name"] in made
    assert "already exists" in fail(logged_in(*create))
    assert username in succeed(logged_in("users", "list"))
    assert username in succeed(logged_in("users", "list", "--workspace", team["name"], "--role", "admin"))
    succeed(logged_in("users", "--username", username, "delete"))
    assert username not in [user["username"] for user in expect(200, owner.get("/api/v1/users"))["items"]]
    assert "doesn't exist" in fail(logged_in("users", "--username", username, "delete"))


def test_manages_workspaces(logged_in, world):
    name = world.name("team")
    ivo = world.user()

    succeed(logged_in("workspaces", "create", name))

    assert "already exists" in fail(logged_in("workspaces", "create", name))
    assert name in succeed(logged_in("workspaces", "list"))
    succeed(logged_in("workspaces", "--name", name, "add-user", ivo["username"]))
    assert "already exists" in fail(logged_in("workspaces", "--name", name, "add-user", ivo["username"]))
    assert ivo["username"] in succeed(logged_in("users", "list", "--workspace", name))
    succeed(logged_in("workspaces", "--name", name, "delete-user", ivo["username"]))
    assert "does not belong" in fail(logged_in("workspaces", "--name", name, "delete-user", ivo["username"]))
