"""Users (wire contract §4.2, §11 lines 10 to 15)."""

import pytest
from label_studio_sdk.core.api_error import ApiError

from wire import Wire, expect
from world import PASSWORD


def refused(call, status):
    with pytest.raises(ApiError) as refusal:
        call()
    assert refusal.value.status_code == status, refusal.value.body
    return refusal.value.body


def test_10_who_is_created_is_listed(world, client):
    email = world.email()

    made = client.users.create(username="Ada", email=email, first_name="Ada", last_name="Byron", phone="+44 20 7946")

    assert (made.username, made.email) == ("Ada", email)
    assert (made.first_name, made.last_name, made.phone, made.initials) == ("Ada", "Byron", "+44 20 7946", "AB")
    listed = client.users.list()
    assert isinstance(listed, list)
    assert [user.id for user in listed] == sorted(user.id for user in listed)
    assert made.id in [user.id for user in listed]
    assert client.users.get(made.id).email == email


@pytest.mark.parametrize("query", ["page=1&page_size=1", "search=zzz", "project=1", "ordering=-id"])
def test_10_the_list_is_whole_whatever_is_asked(api_url, owner_key, owner, query):
    listed = expect(200, Wire(api_url, owner_key).request("GET", "/api/users/?" + query))

    assert len(listed) == len(owner.users.list()) > 0


def test_the_password_is_honoured(world, owner):
    made = owner.users.create(username="Ada", email=world.email(), password=PASSWORD)

    assert world.browser().log_in(made.email, PASSWORD).status_code == 302


def test_a_new_user_has_a_token_of_that_products_form(world, owner):
    made = owner.users.create(username="Ada", email=world.email(), password=PASSWORD)
    browser = world.browser()
    browser.log_in(made.email, PASSWORD)

    token = expect(200, browser.get("/api/current-user/token"))["token"]

    assert world.clients.sync(token).users.whoami().id == made.id


def test_an_address_is_lower_case_and_taken_once(world, client):
    email = world.email()
    made = client.users.create(username="Ada", email=email.upper())

    assert made.email == email
    body = refused(lambda: client.users.create(username="Eve", email=email.title()), 400)
    assert "already exists" in str(body["validation_errors"]["email"])


@pytest.mark.parametrize(
    "fields, wrong",
    [
        ({"username": ""}, "username"),
        ({"username": "Ada", "email": None}, "email"),
        ({"username": "Ada", "email": "nonsense"}, "email"),
        ({"username": "Ada", "password": "short"}, "password"),
        ({"username": "x" * 257}, "username"),
    ],
)
def test_what_cannot_be_is_told_by_field(world, owner, fields, wrong):
    fields = {"email": world.email(), **fields}

    body = refused(lambda: owner.users.create(**{key: value for key, value in fields.items() if value is not None}), 400)

    assert body["detail"] == "Validation error"
    assert wrong in body["validation_errors"]


def test_a_user_is_changed_by_themselves_and_by_who_runs_the_organization(world, client, owner):
    ivo = world.person()
    number = world.id_of(ivo)

    assert client.users.update(number, first_name="Ivo", phone="+1 555").first_name == "Ivo"
    assert world.client(ivo).users.update(number, last_name="Berg").last_name == "Berg"

    shown = owner.users.get(number)
    assert (shown.first_name, shown.last_name, shown.phone, shown.initials) == ("Ivo", "Berg", "+1 555", "IB")
    refused(lambda: world.client(world.person()).users.update(number, first_name="Eve"), 403)


def test_11_an_address_stays_as_it_is_and_nothing_else_is_saved(api_url, owner_key, world, owner):
    ivo = world.person(first_name="Ivo")
    number = world.id_of(ivo)

    body = {"email": world.email(), "first_name": "Eve"}
    expect(405, Wire(api_url, owner_key).patch(f"/api/users/{number}/", body))

    shown = owner.users.get(number)
    assert (shown.email, shown.first_name) == (ivo.email, "Ivo")


def test_12_paths_without_a_slash_work(api_url, owner_key, world):
    wire = Wire(api_url, owner_key)
    made = expect(201, wire.post("/api/users", {"username": "Ada", "email": world.email()}))

    assert expect(200, wire.get(f"/api/users/{made['id']}"))["id"] == made["id"]
    assert expect(200, wire.patch(f"/api/users/{made['id']}", {"first_name": "Ada"}))["first_name"] == "Ada"
    expect(405, wire.request("PUT", f"/api/users/{made['id']}/", json={}))


def test_a_form_is_as_good_as_json(api_url, owner_key, world):
    wire, email = Wire(api_url, owner_key), world.email()

    made = expect(201, wire.request("POST", "/api/users/", data={"username": "Ada", "email": email}))

    assert expect(200, wire.request("PATCH", f"/api/users/{made['id']}/", files={"phone": (None, "+1 555")}))["phone"] == "+1 555"


def test_13_who_deletes_whom(world, client, kind):
    ivo, mia = world.person(), world.person()
    ivo_id, mia_id = world.id_of(ivo), world.id_of(mia)

    refused(lambda: world.client(ivo, kind).users.delete(mia_id), 403)
    refused(lambda: world.client(ivo, kind).users.delete(ivo_id), 403)
    refused(lambda: client.users.delete(client.users.whoami().id), 403)
    client.users.delete(mia_id)

    assert mia_id not in [user.id for user in client.users.list()]
    refused(lambda: client.users.get(mia_id), 404)
    refused(lambda: world.client(mia).users.whoami(), 401)


@pytest.mark.parametrize("number", [0, 999_999_999, 99_999_999_999_999])
def test_who_is_not_there_is_404(client, number):
    refused(lambda: client.users.get(number), 404)
    refused(lambda: client.users.update(number, first_name="Ada"), 404)
    refused(lambda: client.users.delete(number), 404)


def test_somebody_who_moved_to_another_organization_is_masked_here(world, owner):
    ivo = world.person()
    number = world.id_of(ivo)
    world.elsewhere(ivo)

    assert owner.users.get(number).username == f"deleted-{number}"
    refused(lambda: owner.users.update(number, first_name="Ivo"), 404)


def test_15_who_was_removed_is_masked_and_listed_to_who_asks(world, client):
    organization = client.users.whoami().active_organization
    ivo = world.person()
    number = world.id_of(ivo)
    client.organizations.members.delete(organization, number)

    shown = client.users.get(number)

    assert (shown.id, shown.username, shown.email) == (number, f"deleted-{number}", f"deleted-{number}-user@example.com")
    assert (shown.first_name, shown.last_name) == ("Deleted", f"User {number}")
    assert number not in [user.id for user in client.users.list()]
    asked = {"additional_query_parameters": {"is_deleted": True}}
    assert f"deleted-{number}" in [user.username for user in client.users.list(request_options=asked)]


def test_newsletters_and_hotkeys_are_kept_with_the_user(world, client):
    hotkeys = {"annotation:submit": {"key": "ctrl+enter"}}

    made = client.users.create(
        username="Ada", email=world.email(), allow_newsletters=True, custom_hotkeys=hotkeys
    )

    assert (made.allow_newsletters, made.custom_hotkeys) == (True, hotkeys)
    changed = client.users.update(made.id, allow_newsletters=False)
    assert (changed.allow_newsletters, changed.custom_hotkeys) == (False, hotkeys)
    (listed,) = [user for user in client.users.list() if user.id == made.id]
    assert (listed.allow_newsletters, listed.custom_hotkeys) == (False, hotkeys)
