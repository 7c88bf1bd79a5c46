"""Shapes that hold for every answer, and what Roster does better than the original."""

import base64
import json
import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from world import PASSWORD, Wire, expect

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}")
USER = {"id", "first_name", "last_name", "username", "role", "api_key", "inserted_at", "updated_at"}
WORKSPACE = {"id", "name", "inserted_at", "updated_at"}
DATASET = WORKSPACE | {
    "guidelines",
    "allow_extra_metadata",
    "status",
    "distribution",
    "metadata",
    "workspace_id",
    "last_activity_at",
}


def test_answers_have_exactly_these_fields(world, owner):
    ivo = world.user()
    team = world.workspace(ivo)
    dataset = world.dataset(team)

    for thing, fields in ((ivo, USER), (team, WORKSPACE), (dataset, DATASET)):
        assert set(thing) == fields
        for moment in (field for field in fields if field.endswith("_at")):
            assert MOMENT.fullmatch(thing[moment]), thing
    assert dataset["distribution"] == {"strategy": "overlap", "min_submitted": 1}
    assert (dataset["allow_extra_metadata"], dataset["guidelines"]) == (True, None)
    assert expect(200, owner.get("/api/v1/me/workspaces"))["items"][-1] == team
    assert expect(200, owner.get("/api/v1/me/datasets"))["items"][-1] == dataset


def test_answers_are_json_and_never_redirect(world, owner):
    for path in ("/api/v1/me", "/api/v1/users", "/api/v1/users/None", "/api/v1/nowhere", "/api/me"):
        response = owner.get(path)

        assert response.headers["content-type"].split(";")[0] == "application/json"
        assert not response.is_redirect


def test_unknown_path_is_not_found(owner):
    assert expect(404, owner.get("/api/v1/nowhere")) == {"detail": "Not Found"}


@pytest.mark.parametrize(
    "path, field",
    [
        ("/api/v1/version", "version"),
        ("/api/v1/status", "version"),
        ("/api/v1/settings", "argilla"),
        ("/api/v1/oauth2/providers", "items"),
        ("/api/_info", "version"),
        ("/api/_status", "elasticsearch"),
    ],
)
def test_some_paths_are_open(world, path, field):
    assert field in expect(200, world.nobody().get(path))


def test_last_legacy_client_is_not_warned(world):
    assert expect(200, world.nobody().get("/api/_info"))["version"].startswith("1.29.")


def test_token_has_the_claims_of_the_original(world):
    ivo = world.user(first_name="Ivo")

    token = expect(201, world.nobody().log_in(ivo["username"]))["access_token"]

    head, claims = (json.loads(base64.urlsafe_b64decode(part + "==")) for part in token.split(".")[:2])
    assert head["alg"] == "HS256"
    assert (claims["identity"], claims["username"], claims["name"], claims["role"]) == (
        ivo["id"],
        ivo["username"],
        "Ivo",
        "annotator",
    )
    assert isinstance(claims["exp"], int) and claims["exp"] > time.time()


def test_key_is_shown_to_its_user_and_once_to_the_maker(world, owner, owner_key):
    ivo = world.user()
    team = world.workspace(ivo)
    user_path = f"/api/v1/users/{ivo['id']}"

    assert expect(200, world.as_user(ivo).get("/api/v1/me"))["api_key"] == ivo["api_key"]
    assert expect(200, owner.get("/api/v1/me"))["api_key"] == owner_key
    for shown in (
        expect(200, owner.get(user_path)),
        expect(200, owner.get("/api/v1/users"))["items"][-1],
        expect(200, owner.get(f"/api/v1/workspaces/{team['id']}/users"))["items"][0],
        expect(200, owner.patch(user_path, json={"first_name": "Ivan"})),
        expect(200, owner.get("/api/users"))[-1],
        expect(200, owner.get(f"/api/workspaces/{team['id']}/users"))[0],
        expect(200, owner.delete(user_path)),
    ):
        assert shown["id"] == ivo["id"]
        assert isinstance(shown["api_key"], str) and shown["api_key"]
        assert shown["api_key"] != ivo["api_key"] and ivo["api_key"][-8:] not in shown["api_key"]


def test_masked_key_opens_nothing(world, owner):
    ivo = world.user()
    masked = expect(200, owner.get(f"/api/v1/users/{ivo['id']}"))["api_key"]

    expect(401, world.as_user({"api_key": masked}).get("/api/v1/me"))


def test_admin_cannot_read_the_key_of_an_owner(world):
    mara, ana = world.user(role="admin"), world.user(role="owner")
    team = world.workspace(ana, mara)

    members = expect(200, world.as_user(mara).get(f"/api/v1/workspaces/{team['id']}/users"))["items"]

    assert members[0]["id"] == ana["id"] and members[0]["api_key"] != ana["api_key"]
    assert members[1]["api_key"] == mara["api_key"]


def test_own_key_can_be_renewed(world):
    ivo = world.user()

    response = world.as_user(ivo).post("/api/v1/me/api-key")

    assert response.status_code in (200, 201), response.text
    renewed = response.json()["api_key"]
    assert renewed != ivo["api_key"]
    expect(401, world.as_user(ivo).get("/api/v1/me"))
    assert expect(200, world.as_user({"api_key": renewed}).get("/api/v1/me"))["id"] == ivo["id"]


def test_token_does_not_pass_to_the_next_user_of_a_name(world, owner):
    ivo = world.user()
    token = expect(201, world.nobody().log_in(ivo["username"]))["access_token"]
    expect(200, owner.delete(f"/api/v1/users/{ivo['id']}"))

    world.user(username=ivo["username"])

    expect(401, world.with_token(token).get("/api/v1/me"))


def test_role_changes_act_on_the_next_request(world, owner):
    ivo = world.user()
    mine = world.as_user(ivo)
    by_token = world.with_token(expect(201, world.nobody().log_in(ivo["username"]))["access_token"])

    expect(200, owner.patch(f"/api/v1/users/{ivo['id']}", json={"role": "owner"}))

    expect(200, mine.get("/api/v1/users"))
    expect(200, by_token.get("/api/v1/users"))
    expect(200, owner.patch(f"/api/v1/users/{ivo['id']}", json={"role": "admin"}))
    expect(403, mine.get("/api/v1/users"))
    expect(403, by_token.get("/api/v1/users"))


def test_refusal_names_the_datasets_in_the_way(world, owner):
    team = world.workspace()
    first, second = world.dataset(team), world.dataset(team)

    detail = expect(409, owner.delete(f"/api/v1/workspaces/{team['id']}"))["detail"]

    assert first["name"] in detail and second["name"] in detail


@pytest.mark.parametrize("kind", ["users", "workspaces"])
def test_one_of_many_creates_at_once_succeeds(world, api_url, owner_key, kind):
    name = world.name("same")
    bodies = {
        "users": {"username": name, "first_name": "Ivo", "password": PASSWORD},
        "workspaces": {"name": name},
    }

    def create(_):
        with Wire(api_url, key=owner_key) as wire:
            return wire.post(f"/api/v1/{kind}", json=bodies[kind]).status_code

    with ThreadPoolExecutor(8) as pool:
        statuses = sorted(pool.map(create, range(8)))

    assert statuses == [201] + [409] * 7


@pytest.mark.parametrize(
    "method, path", [("GET", "records"), ("POST", "records/bulk"), ("PUT", "records/bulk"), ("POST", "records/search")]
)
def test_records_are_not_offered(world, owner, method, path):
    dataset = world.dataset(world.workspace(), published=True)

    response = owner.request(method, f"/api/v1/datasets/{dataset['id']}/{path}", json=None if method == "GET" else {})

    assert response.status_code >= 400
    assert response.json()["detail"].startswith("Not offered here")


@pytest.mark.parametrize("path", ["/api/v1/users", "/api/v1/workspaces", "/api/v1/datasets", "/api/users"])
def test_hostile_bodies_are_refused_without_a_crash(owner, path):
    deep = "[" * 100_000
    for body in (deep, '{"a":' * 50_000, '{"username": "\\ud800"}', "\x00", '{"name": 1e999}', "[]"):
        response = owner.post(path, content=body.encode(), headers={"Content-Type": "application/json"})

        assert 400 <= response.status_code < 500, (body[:20], response.status_code, response.text[:200])


@pytest.mark.parametrize("name", ["a\x00b", "a\nb", "x" * 201])
def test_impossible_usernames_are_refused(owner, name):
    body = {"username": name, "first_name": "Ivo", "password": PASSWORD}

    response = owner.post("/api/v1/users", json=body)

    if response.status_code == 201:
        owner.delete(f"/api/v1/users/{response.json()['id']}")
    assert response.status_code == 422, response.text
