"""The edge behaviours of the wire contract, in its order and by its numbers.

Where Roster differs on purpose, the test says what Roster does and why.
"""

import uuid

import pytest

from world import PASSWORD, expect, ids

UNKNOWN = "11111111-2222-4333-8444-555555555555"

GUARDED = [
    ("GET", "/api/v1/me"),
    ("GET", "/api/v1/me/workspaces"),
    ("GET", "/api/v1/me/datasets"),
    ("GET", "/api/v1/users"),
    ("POST", "/api/v1/users"),
    ("GET", f"/api/v1/users/{UNKNOWN}"),
    ("PATCH", f"/api/v1/users/{UNKNOWN}"),
    ("DELETE", f"/api/v1/users/{UNKNOWN}"),
    ("GET", f"/api/v1/users/{UNKNOWN}/workspaces"),
    ("POST", "/api/v1/workspaces"),
    ("GET", f"/api/v1/workspaces/{UNKNOWN}"),
    ("DELETE", f"/api/v1/workspaces/{UNKNOWN}"),
    ("GET", f"/api/v1/workspaces/{UNKNOWN}/users"),
    ("POST", f"/api/v1/workspaces/{UNKNOWN}/users"),
    ("DELETE", f"/api/v1/workspaces/{UNKNOWN}/users/{UNKNOWN}"),
    ("POST", "/api/v1/datasets"),
    ("GET", f"/api/v1/datasets/{UNKNOWN}"),
    ("PATCH", f"/api/v1/datasets/{UNKNOWN}"),
    ("DELETE", f"/api/v1/datasets/{UNKNOWN}"),
    ("GET", f"/api/v1/datasets/{UNKNOWN}/fields"),
    ("POST", f"/api/v1/datasets/{UNKNOWN}/fields"),
    ("GET", f"/api/v1/datasets/{UNKNOWN}/questions"),
    ("POST", f"/api/v1/datasets/{UNKNOWN}/questions"),
    ("GET", f"/api/v1/datasets/{UNKNOWN}/vectors-settings"),
    ("GET", f"/api/v1/me/datasets/{UNKNOWN}/metadata-properties"),
    ("PUT", f"/api/v1/datasets/{UNKNOWN}/publish"),
    ("GET", "/api/me"),
    ("GET", "/api/users"),
    ("POST", "/api/users"),
    ("DELETE", f"/api/users/{UNKNOWN}"),
    ("POST", "/api/workspaces"),
    ("GET", f"/api/workspaces/{UNKNOWN}/users"),
    ("POST", f"/api/workspaces/{UNKNOWN}/users/{UNKNOWN}"),
    ("DELETE", f"/api/workspaces/{UNKNOWN}/users/{UNKNOWN}"),
    ("GET", "/api/datasets"),
]

NOT_ALLOWED = {"detail": {"code": "argilla.api.errors::ForbiddenOperationError", "params": {"detail": "Operation not allowed"}}}


def unauthorized(detail):
    return {"detail": {"code": "argilla.api.errors::UnauthorizedError", "params": {"detail": detail}}}


def user_path(user, suffix=""):
    return f"/api/v1/users/{user['id']}{suffix}"


def team_path(workspace, suffix=""):
    return f"/api/v1/workspaces/{workspace['id']}{suffix}"


def set_path(dataset, suffix=""):
    return f"/api/v1/datasets/{dataset['id']}{suffix}"


def refused(status, response, text):
    """The error is a plain text, and has these words."""
    detail = expect(status, response)["detail"]
    assert isinstance(detail, str) and text in detail, detail


def forbidden(response):
    assert expect(403, response) == NOT_ALLOWED


def allowed(response):
    return set(response.headers["allow"].replace(" ", "").split(","))


def invalid(response, location, kind=None):
    """One of the schema errors is about this place, and of this kind."""
    detail = expect(422, response)["detail"]
    assert detail["code"] == "argilla.api.errors::ValidationError"
    errors = detail["params"]["errors"]
    for error in errors:
        assert set(error) >= {"type", "loc", "msg"}, error
    assert (location, kind) in [(error["loc"], kind and error["type"]) for error in errors], errors


def new_user(world, **fields):
    username = fields.get("username") or world.name("ivo")
    return {"username": username, "first_name": "Ivo", "password": PASSWORD, **fields}


@pytest.fixture
def nobody(world):
    return world.nobody()


# Authentication


@pytest.mark.parametrize("method, path", GUARDED)
def test_01_without_a_key_nothing_is_told(world, nobody, method, path):
    stranger = world.with_headers({"X-Argilla-Api-Key": "nobodys-key"})

    for wire in (nobody, stranger):
        response = wire.request(method, path)

        assert expect(401, response) == unauthorized("Could not validate credentials")
        assert "www-authenticate" not in response.headers


@pytest.mark.parametrize("header", ["x-argilla-api-key", "X-ARGILLA-API-KEY", "X-Argilla-Api-Key"])
def test_02_letter_case_of_the_header_does_not_matter(world, owner_key, header):
    expect(200, world.with_headers({header: owner_key}).get("/api/v1/me"))


def test_02_empty_key_is_no_key(world):
    empty = world.with_headers({"X-Argilla-Api-Key": ""})

    assert expect(401, empty.get("/api/v1/me")) == unauthorized("Could not validate credentials")


def test_03_one_good_credential_is_enough(world, nobody):
    ivo = world.user()
    token = expect(201, nobody.log_in(ivo["username"]))["access_token"]

    for headers in (
        {"X-Argilla-Api-Key": "nobodys-key", "Authorization": f"Bearer {token}"},
        {"Authorization": f"bearer {token}"},
        {"X-Argilla-Api-Key": ivo["api_key"], "Authorization": "Bearer not-a-token"},
        {"X-Argilla-Api-Key": ivo["api_key"], "Authorization": "Basic bm9ib2R5"},
    ):
        assert expect(200, world.with_headers(headers).get("/api/v1/me"))["id"] == ivo["id"]


@pytest.mark.parametrize("key", [None, "", "nobodys-key"])
def test_03_bad_token_is_an_invalid_token(world, key):
    headers = {"Authorization": "Bearer not-a-token"}
    if key is not None:
        headers["X-Argilla-Api-Key"] = key

    response = world.with_headers(headers).get("/api/v1/me")

    assert expect(401, response) == unauthorized("Invalid token")


def test_03_forged_token_is_an_invalid_token(world, nobody):
    head, claims, signature = expect(201, nobody.log_in(world.user()["username"]))["access_token"].split(".")
    unsigned = "eyJhbGciOiJub25lIn0"

    for forged in (f"{unsigned}.{claims}.", f"{head}.{claims}.{signature[::-1]}", f"{head}.{claims}"):
        response = world.with_token(forged).get("/api/v1/me")
        assert expect(401, response) == unauthorized("Invalid token")


def test_03_other_schemes_count_as_nothing(world):
    response = world.with_headers({"Authorization": "Basic bm9ib2R5"}).get("/api/v1/me")

    assert expect(401, response) == unauthorized("Could not validate credentials")


def test_04_log_in_gives_a_token(world, nobody):
    ivo = world.user()

    answer = expect(201, nobody.log_in(ivo["username"]))

    assert answer["token_type"] == "bearer"
    assert expect(200, world.with_token(answer["access_token"]).get("/api/v1/me"))["id"] == ivo["id"]


def test_04_log_in_takes_a_multipart_form(world, nobody):
    form = {"username": (None, world.user()["username"]), "password": (None, PASSWORD)}

    expect(201, nobody.post("/api/v1/token", files=form))


def test_04_letter_case_of_a_username_does_not_matter(world, nobody):
    """The original answers 401. In Roster names differ by more than case, so this is the same person."""
    ivo = world.user()

    token = expect(201, nobody.log_in(ivo["username"].upper()))["access_token"]

    assert expect(200, world.with_token(token).get("/api/v1/me"))["id"] == ivo["id"]


def test_04_wrong_password_and_unknown_user_look_alike(world, nobody):
    wrong = nobody.log_in(world.user()["username"], "not-the-password")
    unknown = nobody.log_in(world.name("nobody"), "not-the-password")

    assert expect(401, wrong) == expect(401, unknown) == unauthorized("Could not validate credentials")


def test_04_incomplete_log_in_is_invalid(world, nobody):
    username = world.user()["username"]

    invalid(nobody.log_in(username, ""), ["body", "password"])
    invalid(nobody.log_in("", PASSWORD), ["body", "username"])
    invalid(nobody.post("/api/v1/token", data={"username": username}), ["body", "password"], "missing")
    as_json = nobody.post("/api/v1/token", json={"username": username, "password": PASSWORD})
    assert as_json.status_code == 422
    assert nobody.post("/api/v1/token").status_code == 422


def test_04_legacy_log_in_answers_200(world, nobody):
    form = {"username": world.user()["username"], "password": PASSWORD}

    assert expect(200, nobody.post("/api/security/token", data=form))["token_type"] == "bearer"


@pytest.mark.parametrize("body", ["{", "nonsense", '{"username": }'])
def test_05_broken_json_comes_before_credentials(nobody, body):
    response = nobody.post("/api/v1/users", content=body, headers={"Content-Type": "application/json"})

    assert response.status_code == 422, response.text


def test_05_broken_json_tells_where(owner):
    response = owner.post("/api/v1/users", content='{"username": }', headers={"Content-Type": "application/json"})

    (error,) = expect(422, response)["detail"]["params"]["errors"]
    assert (error["type"], error["msg"]) == ("json_invalid", "JSON decode error")
    assert error["loc"][0] == "body" and isinstance(error["loc"][1], int)


@pytest.mark.parametrize("body", ["[]", '"text"', "7", "null"])
def test_05_body_that_is_no_object_is_invalid(owner, body):
    response = owner.post("/api/v1/users", content=body, headers={"Content-Type": "application/json"})

    assert response.status_code == 422, response.text


def test_05_credentials_come_before_a_bad_id(nobody, owner):
    assert nobody.get("/api/v1/users/not-a-uuid").status_code == 401
    assert owner.get("/api/v1/users/not-a-uuid").status_code == 422


def test_06_deleted_user_is_out_at_once(world, owner, nobody):
    ivo = world.user()
    by_key = world.as_user(ivo)
    by_token = world.with_token(expect(201, nobody.log_in(ivo["username"]))["access_token"])
    expect(200, by_key.get("/api/v1/me"))
    expect(200, by_token.get("/api/v1/me"))

    expect(200, owner.delete(user_path(ivo)))

    assert expect(401, by_key.get("/api/v1/me")) == unauthorized("Could not validate credentials")
    assert expect(401, by_token.get("/api/v1/me")) == unauthorized("Could not validate credentials")
    expect(401, nobody.log_in(ivo["username"]))


def test_07_rename_keeps_key_and_token(world, owner, nobody):
    """The original finds the user of a token by name, so a rename ends it. Roster goes by id."""
    ivo = world.user()
    token = expect(201, nobody.log_in(ivo["username"]))["access_token"]
    renamed = world.name("renamed")

    expect(200, owner.patch(user_path(ivo), json={"username": renamed}))

    assert expect(200, world.as_user(ivo).get("/api/v1/me"))["username"] == renamed
    assert expect(200, world.with_token(token).get("/api/v1/me"))["username"] == renamed
    expect(401, nobody.log_in(ivo["username"]))


def test_08_new_password_replaces_the_old_one(world, owner, nobody):
    ivo = world.user()

    expect(200, owner.patch(user_path(ivo), json={"password": "a-much-better-one"}))

    expect(401, nobody.log_in(ivo["username"]))
    expect(201, nobody.log_in(ivo["username"], "a-much-better-one"))
    assert expect(200, world.as_user(ivo).get("/api/v1/me"))["api_key"] == ivo["api_key"]


# Users; the last owner of 9 and 10 is in test_last_owner.py


def test_09_owner_may_delete_itself_while_another_is_left(world):
    mara = world.user(role="owner")
    mine = world.as_user(mara)

    assert expect(200, mine.delete(user_path(mara)))["id"] == mara["id"]

    expect(401, mine.get("/api/v1/me"))


def test_10_owner_may_demote_itself_while_another_is_left(world):
    mara = world.user(role="owner")
    mine = world.as_user(mara)

    assert expect(200, mine.patch(user_path(mara), json={"role": "annotator"}))["role"] == "annotator"

    forbidden(mine.get("/api/v1/users"))


@pytest.mark.parametrize("role", ["admin", "annotator"])
def test_11_nobody_but_owners_reaches_users_by_id(world, role):
    ivo = world.user(role=role)
    mine = world.as_user(ivo)

    forbidden(mine.get(user_path(ivo)))
    forbidden(mine.patch(user_path(ivo), json={"first_name": "Ivan"}))
    forbidden(mine.patch(user_path(ivo), json={"password": "a-much-better-one"}))
    forbidden(mine.delete(user_path(ivo)))
    forbidden(mine.get(user_path(ivo, "/workspaces")))
    expect(200, mine.get("/api/v1/me"))


@pytest.mark.parametrize("role", ["admin", "annotator"])
def test_12_unknown_ids_as_another_role(world, role):
    mine = world.as_user(world.user(role=role))

    refused(404, mine.delete(f"/api/v1/users/{UNKNOWN}"), UNKNOWN)
    refused(404, mine.patch(f"/api/v1/users/{UNKNOWN}", json={}), UNKNOWN)
    forbidden(mine.get(f"/api/v1/users/{UNKNOWN}"))
    forbidden(mine.get(f"/api/v1/users/{UNKNOWN}/workspaces"))


def test_12_unknown_ids_as_owner(owner):
    for response in (
        owner.get(f"/api/v1/users/{UNKNOWN}"),
        owner.patch(f"/api/v1/users/{UNKNOWN}", json={}),
        owner.delete(f"/api/v1/users/{UNKNOWN}"),
        owner.get(f"/api/v1/users/{UNKNOWN}/workspaces"),
    ):
        assert expect(404, response) == {"detail": f"User with id `{UNKNOWN}` not found"}


@pytest.mark.parametrize(
    "password, status",
    [
        ("x" * 7, 422),
        ("x" * 8, 201),
        ("x" * 100, 201),
        ("x" * 101, 422),
        ("ü" * 7, 422),
        ("ü" * 100, 201),
        ("𝕏" * 7, 422),
        ("𝕏" * 100, 201),
        ("        ", 201),
    ],
)
def test_13_password_has_8_to_100_characters(world, owner, nobody, password, status):
    body = new_user(world, password=password)

    response = owner.post("/api/v1/users", json=body)

    if status == 201:
        expect(201, response)
        expect(201, nobody.log_in(body["username"], password))
    else:
        invalid(response, ["body", "password"], "string_too_short" if len(password) < 8 else "string_too_long")


def test_13_every_character_of_a_long_password_counts(world, owner, nobody):
    body = new_user(world, password="x" * 99 + "a")
    expect(201, owner.post("/api/v1/users", json=body))

    expect(401, nobody.log_in(body["username"], "x" * 99 + "b"))
    expect(201, nobody.log_in(body["username"], "x" * 99 + "a"))


def test_13_blanks_around_a_password_count(world, owner, nobody):
    body = new_user(world, password=" correct-horse ")
    expect(201, owner.post("/api/v1/users", json=body))

    expect(401, nobody.log_in(body["username"], "correct-horse"))
    expect(201, nobody.log_in(body["username"], " correct-horse "))


def test_14_names_are_trimmed_and_not_empty(world, owner):
    invalid(owner.post("/api/v1/users", json=new_user(world, first_name="   ")), ["body", "first_name"], "string_too_short")
    invalid(owner.post("/api/v1/users", json=new_user(world, last_name="")), ["body", "last_name"], "string_too_short")
    assert expect(201, owner.post("/api/v1/users", json=new_user(world, last_name=None)))["last_name"] is None
    made = expect(201, owner.post("/api/v1/users", json=new_user(world, first_name="  Ivo ", last_name=" Reis ")))
    assert (made["first_name"], made["last_name"]) == ("Ivo", "Reis")


def test_14_null_or_number_is_no_string(world, owner):
    for key in ("username", "first_name", "password"):
        for wrong in (None, 7):
            response = owner.post("/api/v1/users", json={**new_user(world), key: wrong})
            invalid(response, ["body", key], "string_type")


def test_14_every_missing_key_is_named(owner):
    errors = expect(422, owner.post("/api/v1/users", json={}))["detail"]["params"]["errors"]

    missing = [error for error in errors if error["type"] == "missing" and error["msg"] == "Field required"]
    assert sorted(error["loc"][1] for error in missing) == ["first_name", "password", "username"]


def test_15_username_is_not_empty(world, owner):
    invalid(owner.post("/api/v1/users", json={**new_user(world), "username": ""}), ["body", "username"], "string_too_short")


def test_15_usernames_differ_by_more_than_case(world, owner):
    """The original makes two users."""
    ivo = world.user(username=world.name("Ivo"))
    lower = ivo["username"].lower()

    refused(409, owner.post("/api/v1/users", json=new_user(world, username=lower)), f"User username `{lower}` is not unique")


def test_16_role_is_annotator_unless_told(world, owner):
    assert expect(201, owner.post("/api/v1/users", json=new_user(world)))["role"] == "annotator"
    assert expect(201, owner.post("/api/v1/users", json=new_user(world, role=None)))["role"] == "annotator"


@pytest.mark.parametrize("role", ["OWNER", "manager", "viewer", "", 7])
def test_16_other_roles_are_refused(world, owner, role):
    response = owner.post("/api/v1/users", json=new_user(world, role=role))

    invalid(response, ["body", "role"], "enum")
    (error,) = response.json()["detail"]["params"]["errors"]
    assert error["msg"] == "Input should be 'owner', 'admin' or 'annotator'"


def test_17_id_is_chosen_or_made(world, owner):
    chosen = str(uuid.uuid4())

    assert uuid.UUID(expect(201, owner.post("/api/v1/users", json=new_user(world, id=None)))["id"])
    assert expect(201, owner.post("/api/v1/users", json=new_user(world, id=chosen)))["id"] == chosen
    again = owner.post("/api/v1/users", json=new_user(world, id=chosen))
    assert expect(409, again) == {"detail": f"User with id `{chosen}` is not unique"}
    assert expect(422, owner.post("/api/v1/users", json=new_user(world, id="not-a-uuid")))
    invalid(owner.post("/api/v1/users", json=new_user(world, id="1-1-1-1-1")), ["body", "id"], "uuid_parsing")


def test_17_used_name_is_told_before_used_id(world, owner):
    ivo = world.user()

    response = owner.post("/api/v1/users", json=new_user(world, username=ivo["username"], id=ivo["id"]))

    assert expect(409, response) == {"detail": f"User username `{ivo['username']}` is not unique"}


def test_18_unknown_fields_have_no_effect(world, owner):
    team = world.workspace()
    body = new_user(world, api_key="chosen-key", workspaces=[team["name"]], inserted_at="2001-01-01T00:00:00", hat="red")

    made = expect(201, owner.post("/api/v1/users", json=body))

    assert made["api_key"] != "chosen-key"
    assert not made["inserted_at"].startswith("2001")
    assert ids(owner.get(user_path(made, "/workspaces"))) == []
    patched = expect(200, owner.patch(user_path(made), json={"id": UNKNOWN, "api_key": "chosen-key", "inserted_at": None}))
    assert (patched["id"], patched["updated_at"]) == (made["id"], made["updated_at"])


def test_19_empty_update_changes_nothing(world, owner):
    ivo = world.user()

    assert expect(200, owner.patch(user_path(ivo), json={}))["updated_at"] == ivo["updated_at"]
    same = {"first_name": ivo["first_name"], "role": "annotator", "last_name": None}
    assert expect(200, owner.patch(user_path(ivo), json=same))["updated_at"] == ivo["updated_at"]
    moved = expect(200, owner.patch(user_path(ivo), json={"first_name": "Ivan"}))
    assert moved["updated_at"] > ivo["updated_at"] and moved["inserted_at"] == ivo["inserted_at"]


def test_19_only_the_last_name_may_be_null(world, owner):
    ivo = world.user(last_name="Reis")

    response = owner.patch(user_path(ivo), json={"role": None, "username": None, "last_name": None})

    invalid(response, ["body"], "value_error")
    (error,) = response.json()["detail"]["params"]["errors"]
    assert error["msg"].startswith("Value error, The following keys must have non-null values: ")
    assert "role" in error["msg"] and "username" in error["msg"] and "last_name" not in error["msg"]
    assert expect(200, owner.patch(user_path(ivo), json={"last_name": None}))["last_name"] is None


def test_19_own_name_may_be_given_and_foreign_may_not(world, owner):
    ivo, ana = world.user(), world.user()

    expect(200, owner.patch(user_path(ivo), json={"username": ivo["username"]}))
    taken = owner.patch(user_path(ivo), json={"username": ana["username"]})
    assert expect(422, taken) == {"detail": f"Username '{ana['username']}' already exists"}
    respelled = ivo["username"].upper()
    assert expect(200, owner.patch(user_path(ivo), json={"username": respelled}))["username"] == respelled


@pytest.mark.parametrize(
    "body, place", [({"password": "short"}, "password"), ({"first_name": " "}, "first_name"), ({"role": "OWNER"}, "role")]
)
def test_19_update_has_the_rules_of_create(world, owner, body, place):
    invalid(owner.patch(user_path(world.user()), json=body), ["body", place])


def test_20_deleted_user_is_nowhere(world, owner):
    ivo = world.user()
    team = world.workspace(ivo)

    assert expect(200, owner.delete(user_path(ivo)))["id"] == ivo["id"]

    assert ivo["id"] not in ids(owner.get("/api/v1/users"))
    assert ids(owner.get(team_path(team, "/users"))) == []


def test_21_second_delete_finds_nobody(world, owner):
    ivo = world.user()
    expect(200, owner.delete(user_path(ivo)))

    refused(404, owner.delete(user_path(ivo)), ivo["id"])


def test_21_ids_may_be_written_in_other_ways(world, owner):
    ivo, team = world.user(), world.workspace()

    for way in (ivo["id"].upper(), ivo["id"].replace("-", ""), ivo["id"].replace("-", "").upper()):
        assert expect(200, owner.get(f"/api/v1/users/{way}"))["id"] == ivo["id"]
    joining = owner.post(f"/api/v1/workspaces/{team['id'].upper()}/users", json={"user_id": ivo["id"].replace("-", "")})
    assert expect(201, joining)["id"] == ivo["id"]


@pytest.mark.parametrize("wrong", ["None", "1-1-1-1-1", "7", "xyz", "11111111-2222-4333-8444-55555555555"])
def test_21_other_texts_are_no_ids(owner, wrong):
    for response in (
        owner.get(f"/api/v1/users/{wrong}"),
        owner.delete(f"/api/v1/users/{wrong}"),
        owner.get(f"/api/v1/workspaces/{wrong}"),
        owner.get(f"/api/v1/datasets/{wrong}"),
    ):
        (error,) = expect(422, response)["detail"]["params"]["errors"]
        assert error["type"] == "uuid_parsing" and error["loc"][0] == "path"
        assert error["msg"].startswith("Input should be a valid UUID")


def test_22_lists_are_whole(world, owner):
    first, second = world.user(), world.user()

    listed = ids(owner.get("/api/v1/users", params={"limit": 1, "offset": 1}))

    assert listed == ids(owner.get("/api/v1/users"))
    assert listed[-2:] == [first["id"], second["id"]]


# Workspaces and members


def test_23_workspace_names_differ_by_more_than_case(world, owner):
    """The original makes a second one when the case differs."""
    name = world.name("Team")
    expect(201, owner.post("/api/v1/workspaces", json={"name": name}))

    for same in (name, name.lower()):
        again = owner.post("/api/v1/workspaces", json={"name": same})
        assert expect(409, again) == {"detail": f"Workspace name `{same}` is not unique"}


def test_23_used_workspace_id_is_a_conflict(world, owner):
    team = world.workspace()

    again = owner.post("/api/v1/workspaces", json={"name": world.name("team"), "id": team["id"]})

    assert expect(409, again) == {"detail": f"Workspace with id `{team['id']}` is not unique"}
    both = owner.post("/api/v1/workspaces", json={"name": team["name"], "id": team["id"]})
    assert expect(409, both) == {"detail": f"Workspace name `{team['name']}` is not unique"}


@pytest.mark.parametrize("name", ["", "two words", "-lead", "a.b", "é", "a/b"])
def test_23_names_that_break_the_sdk_cannot_be_stored(owner, name):
    invalid(owner.post("/api/v1/workspaces", json={"name": name}), ["body", "name"])


def test_24_members_do_not_keep_a_workspace(world, owner):
    ivo = world.user()
    team = world.workspace(ivo)

    assert expect(200, owner.delete(team_path(team)))["id"] == team["id"]

    assert ids(world.as_user(ivo).get("/api/v1/me/workspaces")) == []
    refused(404, owner.delete(team_path(team)), team["id"])


@pytest.mark.parametrize("published", [False, True])
def test_24_datasets_keep_a_workspace(world, owner, published):
    team = world.workspace()
    dataset = world.dataset(team, published=published)

    refused(409, owner.delete(team_path(team)), f"Cannot delete the workspace {team['id']}. This workspace has some datasets linked")

    expect(200, owner.delete(set_path(dataset)))
    expect(200, owner.delete(team_path(team)))


@pytest.mark.parametrize("role", ["admin", "annotator"])
def test_25_members_read_their_workspace(world, owner, role):
    ivo = world.user(role=role)
    own, foreign = world.workspace(ivo), world.workspace()
    mine = world.as_user(ivo)

    assert expect(200, mine.get(team_path(own))) == own
    forbidden(mine.get(team_path(foreign)))
    forbidden(mine.get(f"/api/v1/workspaces/{UNKNOWN}"))
    assert expect(404, owner.get(f"/api/v1/workspaces/{UNKNOWN}")) == {"detail": f"Workspace with id `{UNKNOWN}` not found"}


def test_26_workspaces_have_no_list_and_no_update(world, owner):
    listing = owner.get("/api/v1/workspaces")
    renaming = owner.patch(team_path(world.workspace()), json={"name": world.name("team")})

    assert expect(405, listing) == expect(405, renaming) == {"detail": "Method Not Allowed"}
    assert {"POST"} <= allowed(listing) <= {"POST", "OPTIONS"}
    assert {"GET", "DELETE"} <= allowed(renaming) and "PATCH" not in allowed(renaming)


def test_27_joining(world, owner):
    ivo, mara = world.user(), world.user(role="owner")
    team = world.workspace(ivo)
    join = team_path(team, "/users")

    again = owner.post(join, json={"user_id": ivo["id"]})
    text = f"Workspace user with workspace_id `{team['id']}` and user_id `{ivo['id']}` is not unique"
    assert expect(409, again) == {"detail": text}
    unknown = owner.post(join, json={"user_id": UNKNOWN})
    assert expect(422, unknown) == {"detail": f"User with id `{UNKNOWN}` not found"}
    nowhere = owner.post(f"/api/v1/workspaces/{UNKNOWN}/users", json={"user_id": ivo["id"]})
    assert expect(404, nowhere) == {"detail": f"Workspace with id `{UNKNOWN}` not found"}
    expect(201, owner.post(join, json={"user_id": mara["id"]}))
    invalid(owner.post(join, json={}), ["body", "user_id"], "missing")
    invalid(owner.post(join, json={"user_id": "xyz"}), ["body", "user_id"], "uuid_parsing")


def test_28_who_lists_and_adds_members(world):
    mara, ivo, ana = world.user(role="admin"), world.user(), world.user()
    team, foreign = world.workspace(mara, ivo), world.workspace()
    mine = world.as_user(mara)

    assert ids(mine.get(team_path(team, "/users"))) == [mara["id"], ivo["id"]]
    forbidden(mine.post(team_path(team, "/users"), json={"user_id": ana["id"]}))
    forbidden(mine.get(team_path(foreign, "/users")))
    forbidden(mine.get(f"/api/v1/workspaces/{UNKNOWN}/users"))
    forbidden(world.as_user(ivo).get(team_path(team, "/users")))


def test_29_admin_removes_members_and_itself(world):
    mara, ivo = world.user(role="admin"), world.user()
    team = world.workspace(mara, ivo)
    members = team_path(team, "/users")
    mine = world.as_user(mara)

    forbidden(world.as_user(ivo).delete(f"{members}/{ivo['id']}"))
    assert expect(200, mine.delete(f"{members}/{ivo['id']}"))["id"] == ivo["id"]
    assert expect(200, mine.delete(f"{members}/{mara['id']}"))["id"] == mara["id"]
    forbidden(mine.get(members))


@pytest.mark.parametrize("role", ["owner", "admin", "annotator"])
def test_30_who_is_no_member_cannot_be_removed_by_anybody(world, role):
    mine = world.as_user(world.user(role=role))
    team, ivo = world.workspace(), world.user()

    for workspace, user in ((team["id"], ivo["id"]), (team["id"], UNKNOWN), (UNKNOWN, ivo["id"])):
        response = mine.delete(f"/api/v1/workspaces/{workspace}/users/{user}")
        text = f"WorkspaceUser not found filtering by workspace_id={workspace}, user_id={user}"
        assert expect(404, response) == {"detail": text}


def test_31_members_come_in_order_of_joining(world, owner):
    ivo, ana, mara = world.user(), world.user(), world.user()
    team = world.workspace(mara, ivo, ana)
    members = team_path(team, "/users")
    assert ids(owner.get(members)) == [mara["id"], ivo["id"], ana["id"]]

    expect(200, owner.delete(f"{members}/{mara['id']}"))
    world.join(team, mara)

    assert ids(owner.get(members)) == [ivo["id"], ana["id"], mara["id"]]


def test_32_owner_has_every_workspace_and_others_their_own(world, owner):
    mara, ivo = world.user(role="owner"), world.user()
    first, second = world.workspace(ivo), world.workspace()

    assert ids(owner.get(user_path(mara, "/workspaces"))) == ids(owner.get("/api/v1/me/workspaces"))
    assert {first["id"], second["id"]} <= set(ids(owner.get(user_path(mara, "/workspaces"))))
    assert ids(owner.get(user_path(ivo, "/workspaces"))) == [first["id"]]


def test_33_joining_and_leaving_do_not_touch_the_user(world, owner):
    ivo = world.user()
    team = world.workspace()

    joined = world.join(team, ivo)
    left = expect(200, owner.delete(team_path(team, f"/users/{ivo['id']}")))

    assert joined["updated_at"] == left["updated_at"] == ivo["updated_at"]
    assert joined == left == expect(200, owner.get(user_path(ivo)))


# Datasets


def test_34_removed_admin_loses_the_datasets_at_once(world, owner):
    mara = world.user(role="admin")
    team = world.workspace(mara)
    dataset = world.dataset(team)
    mine = world.as_user(mara)
    assert ids(mine.get("/api/v1/me/datasets")) == [dataset["id"]]

    expect(200, owner.delete(team_path(team, f"/users/{mara['id']}")))

    assert ids(mine.get("/api/v1/me/datasets")) == []
    forbidden(mine.get(set_path(dataset)))
    forbidden(mine.delete(set_path(dataset)))


def test_35_filters_of_the_list(world, owner):
    ivo = world.user()
    own, foreign = world.workspace(ivo), world.workspace()
    draft, ready = world.dataset(own), world.dataset(own, published=True)
    world.dataset(foreign)
    mine = world.as_user(ivo)

    def listed(wire, **query):
        return ids(wire.get("/api/v1/me/datasets", params=query))

    assert listed(mine) == listed(mine, workspace_id=own["id"]) == [draft["id"], ready["id"]]
    assert listed(mine, status="ready") == [ready["id"]]
    assert listed(mine, name=draft["name"]) == [draft["id"]]
    forbidden(mine.get("/api/v1/me/datasets", params={"workspace_id": foreign["id"]}))
    assert listed(owner, workspace_id=UNKNOWN) == []
    invalid(owner.get("/api/v1/me/datasets", params={"workspace_id": "xyz"}), ["query", "workspace_id"], "uuid_parsing")


def test_36_who_creates_datasets(world):
    mara, ivo = world.user(role="admin"), world.user()
    own, foreign = world.workspace(mara, ivo), world.workspace()

    def create(user, workspace):
        body = {"name": world.name("set"), "workspace_id": workspace["id"]}
        return world.as_user(user).post("/api/v1/datasets", json=body)

    made = expect(201, create(mara, own))
    assert (made["status"], made["workspace_id"]) == ("draft", own["id"])
    forbidden(create(mara, foreign))
    forbidden(create(ivo, own))
    for write in (
        lambda wire: wire.patch(set_path(made), json={"guidelines": "new"}),
        lambda wire: wire.put(set_path(made, "/publish")),
        lambda wire: wire.delete(set_path(made)),
    ):
        forbidden(write(world.as_user(ivo)))
    for part in ("", "/fields", "/questions", "/vectors-settings"):
        expect(200, world.as_user(ivo).get(set_path(made, part)))


def test_37_dataset_names_are_unique_in_their_workspace(world, owner):
    team, other = world.workspace(), world.workspace()
    dataset = world.dataset(team)

    again = owner.post("/api/v1/datasets", json={"name": dataset["name"], "workspace_id": team["id"]})

    refused(409, again, f"Dataset with name `{dataset['name']}` already exists for workspace with id `{team['id']}`")
    world.dataset(other, name=dataset["name"])


def test_38_dataset_in_an_unknown_workspace(world, owner):
    body = {"name": world.name("set"), "workspace_id": UNKNOWN}

    refused(422, owner.post("/api/v1/datasets", json=body), f"Workspace with id `{UNKNOWN}` not found")
    forbidden(world.as_user(world.user(role="admin")).post("/api/v1/datasets", json=body))


def test_38_unknown_dataset_is_not_found_by_anybody(world, owner):
    for wire in (owner, world.as_user(world.user(role="admin")), world.as_user(world.user())):
        refused(404, wire.get(f"/api/v1/datasets/{UNKNOWN}"), UNKNOWN)
        refused(404, wire.delete(f"/api/v1/datasets/{UNKNOWN}"), UNKNOWN)
        refused(404, wire.get(f"/api/v1/datasets/{UNKNOWN}/fields"), UNKNOWN)


def test_38_dataset_without_fields_cannot_be_published(world, owner):
    dataset = world.dataset(world.workspace())

    response = owner.put(set_path(dataset, "/publish"))

    assert expect(422, response) == {"detail": "Dataset cannot be published without fields"}


def test_38_dataset_needs_a_name_and_a_workspace(world, owner):
    team = world.workspace()

    invalid(owner.post("/api/v1/datasets", json={"workspace_id": team["id"]}), ["body", "name"], "missing")
    invalid(owner.post("/api/v1/datasets", json={"name": "set"}), ["body", "workspace_id"], "missing")
    for name, kind in (("", "string_too_short"), ("x" * 201, "string_too_long")):
        invalid(owner.post("/api/v1/datasets", json={"name": name, "workspace_id": team["id"]}), ["body", "name"], kind)


# Legacy


def legacy_user(world, **fields):
    return {"username": world.name("ivo"), "first_name": "Ivo", "role": "annotator", "password": PASSWORD, **fields}


def test_39_unknown_workspace_leaves_no_user_behind(world, owner):
    team, missing = world.workspace(), world.name("team")
    body = legacy_user(world, workspaces=[team["name"], missing])

    response = owner.post("/api/users", json=body)

    assert expect(422, response) == {"detail": f"Workspace '{missing}' does not exist"}
    assert body["username"] not in [user["username"] for user in expect(200, owner.get("/api/users"))]
    assert expect(200, owner.get(f"/api/workspaces/{team['id']}/users")) == []


def test_40_me_names_the_workspaces(world):
    mara, ivo = world.user(role="owner"), world.user()
    first, second = world.workspace(), world.workspace()
    world.join(second, ivo)
    world.join(first, ivo)

    everything = expect(200, world.as_user(mara).get("/api/me"))["workspaces"]

    assert everything[-2:] == [first["name"], second["name"]]
    assert expect(200, world.as_user(ivo).get("/api/me"))["workspaces"] == [second["name"], first["name"]]


def test_41_legacy_answers_are_200_and_have_no_nulls(world, owner):
    team = expect(200, owner.post("/api/workspaces", json={"name": world.name("team")}))
    made = expect(200, owner.post("/api/users", json=legacy_user(world, workspaces=[team["name"]])))
    full = expect(200, owner.post("/api/users", json=legacy_user(world, last_name="Reis")))

    assert set(team) == {"id", "name", "inserted_at", "updated_at"}
    assert "last_name" not in made and made["full_name"] == "Ivo" and made["workspaces"] == [team["name"]]
    assert (full["last_name"], full["full_name"], full["workspaces"]) == ("Reis", "Ivo Reis", [])
    (member,) = expect(200, owner.get(f"/api/workspaces/{team['id']}/users"))
    assert "last_name" not in member and member["id"] == made["id"]
    expect(200, owner.delete(f"/api/workspaces/{team['id']}/users/{made['id']}"))
    assert expect(200, owner.delete(f"/api/users/{made['id']}"))["id"] == made["id"]


def test_41_legacy_errors_carry_a_code(world, owner):
    ivo = world.user()
    team = world.workspace(ivo)

    def coded(status, response, code, name, kind):
        error = {"code": f"argilla.api.errors::{code}", "params": {"name": name, "type": kind}}
        assert expect(status, response) == {"detail": error}

    taken = legacy_user(world, username=ivo["username"])
    coded(409, owner.post("/api/users", json=taken), "EntityAlreadyExistsError", ivo["username"], "User")
    same = owner.post("/api/workspaces", json={"name": team["name"]})
    coded(409, same, "EntityAlreadyExistsError", team["name"], "Workspace")
    coded(404, owner.delete(f"/api/users/{UNKNOWN}"), "EntityNotFoundError", UNKNOWN, "User")
    again = owner.post(f"/api/workspaces/{team['id']}/users/{ivo['id']}")
    coded(409, again, "EntityAlreadyExistsError", ivo["id"], "User")
    nowhere = owner.post(f"/api/workspaces/{UNKNOWN}/users/{ivo['id']}")
    coded(404, nowhere, "EntityNotFoundError", UNKNOWN, "Workspace")
    stranger = owner.post(f"/api/workspaces/{team['id']}/users/{UNKNOWN}")
    coded(404, stranger, "EntityNotFoundError", UNKNOWN, "User")


@pytest.mark.parametrize("role", ["admin", "annotator"])
def test_41_legacy_order_of_checks(world, role):
    ivo = world.user(role=role)
    own, foreign = world.workspace(ivo), world.workspace()
    mine = world.as_user(ivo)

    forbidden(mine.get("/api/users"))
    forbidden(mine.post("/api/users", json=legacy_user(world)))
    forbidden(mine.post("/api/workspaces", json={"name": world.name("team")}))
    forbidden(mine.delete(f"/api/users/{ivo['id']}"))
    assert mine.delete(f"/api/users/{UNKNOWN}").status_code == 404
    forbidden(mine.get(f"/api/workspaces/{foreign['id']}/users"))
    forbidden(mine.get(f"/api/workspaces/{UNKNOWN}/users"))
    forbidden(mine.post(f"/api/workspaces/{own['id']}/users/{ivo['id']}"))
    assert mine.delete(f"/api/workspaces/{foreign['id']}/users/{ivo['id']}").status_code == 404


def test_42_legacy_joining_needs_no_body(world, owner):
    ivo, team = world.user(), world.workspace()

    response = owner.post(f"/api/workspaces/{team['id']}/users/{ivo['id']}")

    assert "content-type" not in response.request.headers
    assert expect(200, response)["workspaces"] == [team["name"]]
    assert ids(owner.get(team_path(team, "/users"))) == [ivo["id"]]
