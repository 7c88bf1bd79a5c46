"""Starting the client."""

import os
import subprocess
import sys

import argilla as rg
import httpx
import pytest
from argilla._exceptions import ArgillaCredentialsError, ArgillaError

from world import PASSWORD, expect


def test_starts_with_url_and_key(client):
    assert client.me.role == "owner"


def test_starts_from_the_environment(api_url, owner_key, client):
    environment = {**os.environ, "ARGILLA_API_URL": api_url, "ARGILLA_API_KEY": owner_key}

    done = subprocess.run(
        [sys.executable, "-c", "import argilla as rg; print(rg.Argilla().me.username)"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert done.stdout.strip() == client.me.username, done.stderr


def test_wrong_key_is_a_credentials_error(api_url):
    with pytest.raises(ArgillaCredentialsError):
        rg.Argilla(api_url=api_url, api_key="not-a-key-of-anybody")


def test_no_key_is_refused_before_any_request(api_url):
    with pytest.raises(ArgillaError):
        rg.Argilla(api_url=api_url, api_key="")


def test_key_of_a_deleted_user_is_a_credentials_error(world, client, client_of):
    ivo = world.user()
    client.users(id=ivo["id"]).delete()

    with pytest.raises(ArgillaCredentialsError):
        client_of(ivo)


@pytest.mark.since("2.6.0")
def test_nobody_listening_is_a_connection_error():
    with pytest.raises(httpx.ConnectError):
        rg.Argilla(api_url="http://127.0.0.1:9", api_key="some-key", retries=0)


def test_further_headers_do_no_harm(api_url, owner_key):
    client = rg.Argilla(api_url=api_url, api_key=owner_key, headers={"X-Team": "legal"})

    assert client.me.role == "owner"


def test_token_for_people_comes_from_the_password(world, client):
    rg.User(username=world.name("ivo"), password=PASSWORD, client=client).create()
    username = client.users[-1].username

    login = expect(201, world.nobody().log_in(username))

    assert expect(200, world.with_token(login["access_token"]).get("/api/v1/me"))["username"] == username
