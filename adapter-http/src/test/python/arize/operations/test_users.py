"""Users beyond what their page shows: states of an address, what is refused, and who may what."""

import pytest
from arize._generated.api_client.exceptions import (
    BadRequestException,
    ConflictException,
    ForbiddenException,
    NotFoundException,
)
from arize.users.types import CustomUserRole, PredefinedUserRole

from ids import encode, kind_of, native_id, unknown
from wire import expect, problem
from words import say
from world import custom, predefined

USER = {"id", "name", "email", "created_at", "status", "role", "is_developer"}
INVITING = ["EMAIL_LINK", "TEMPORARY_PASSWORD"]
EVERY_MODE = ["NONE", *INVITING]


def create(client, email, mode="EMAIL_LINK", role=None, **fields):
    role = role or PredefinedUserRole(name=say("MEMBER"))
    return client.users.create(name="Ada", email=email, role=role, invite_mode=say(mode), **fields)


# What an answer holds


def test_a_user_has_seven_fields(world, owner):
    ada = world.user()

    (listed,) = expect(200, owner.get("/v2/users", email=ada.email))["users"]

    assert set(listed) == USER
    assert listed["role"] == predefined("MEMBER")
    assert listed == expect(200, owner.get(f"/v2/users/{ada.id}"))


def test_an_answer_to_a_new_user_says_the_mode_as_well(world, owner):
    body = {"name": "Ada", "email": world.email(), "role": predefined("MEMBER"), "invite_mode": say("EMAIL_LINK")}

    made = expect(201, owner.post("/v2/users", body))
    again = expect(200, owner.post("/v2/users", body))

    assert set(made) == USER | {"invite_mode"} and made["invite_mode"] == say("EMAIL_LINK")
    assert set(again) == USER


def test_a_temporary_password_is_shown_once(world, owner):
    made, password = world.temporary()
    body = {"name": "Ada", "email": made["email"], "role": predefined("MEMBER")}

    again = expect(200, owner.post("/v2/users", body | {"invite_mode": say("TEMPORARY_PASSWORD")}))

    assert set(made) == USER | {"invite_mode", "temporary_password"} and len(password) >= 8
    assert set(again) == USER
    assert password not in owner.get(f"/v2/users/{made['id']}").text


def test_an_id_names_the_user_of_the_native_api(world, native):
    ada = world.user()

    assert kind_of(ada.id) == "User"
    shown = expect(200, native.get(f"/v1/users/{native_id(ada.id)}"))
    assert (shown["email"], shown["role"], shown["status"]) == (ada.email, "member", "active")


def test_who_has_no_address_is_listed_with_an_empty_one(world, native, owner):
    made = expect(201, native.post("/v1/users", {"username": world.name("ivo").replace(" ", "-")}))
    user = encode("User", made["id"])

    shown = expect(200, owner.get(f"/v2/users/{user}"))

    assert shown["email"] == ""
    expect(204, owner.delete(f"/v2/users/{user}"))


def test_a_role_arize_has_not_is_a_custom_one(world, client):
    viewer = world.person(role="viewer")

    user = client.users.get(user=viewer.id)

    assert (user.role.type, user.role.name) == (say("CUSTOM"), "viewer")
    again = create(client, world.email(), role=CustomUserRole(id=user.role.id))
    assert again.role == user.role


def test_the_list_is_a_frame(world, client):
    ada, mei = world.user(), world.user("ANNOTATOR")

    frame = client.users.list(email=world.domain).to_df()

    assert list(frame["id"]) == [ada.id, mei.id]
    assert list(client.users.list(email=world.email("nobody")).to_df().index) == []


# The states of an address


@pytest.mark.parametrize("second", INVITING)
@pytest.mark.parametrize("first", INVITING)
def test_an_invited_address_gives_the_user_as_it_is(world, client, first, second):
    ada = create(client, world.email(), first)

    again = client.users.create(
        name="Somebody else",
        email=ada.email.upper(),
        role=PredefinedUserRole(name=say("ANNOTATOR")),
        invite_mode=say(second),
        is_developer=False,
    )

    assert again == ada


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_an_active_address_is_a_conflict(world, client, mode):
    ada = world.user()

    with pytest.raises(ConflictException) as refused:
        create(client, ada.email.upper(), mode)

    assert refused.value.data.status == 409


def test_an_invited_address_cannot_be_made_active(world, client):
    ada = world.user(mode="EMAIL_LINK")

    with pytest.raises(ConflictException):
        create(client, ada.email, "NONE")

    assert client.users.get(user=ada.id) == ada


@pytest.mark.parametrize("mode", EVERY_MODE)
def test_the_address_of_a_deleted_user_is_a_conflict(world, client, mode):
    ada = world.user()
    client.users.delete(user_id=ada.id)

    with pytest.raises(ConflictException):
        create(client, ada.email, mode)


def test_deactivated_people_are_not_there_and_keep_their_address(world, client, native):
    ada = world.user()
    expect(200, native.post(f"/v1/users/{native_id(ada.id)}/deactivate"))

    with pytest.raises(NotFoundException):
        client.users.get(user=ada.id)
    assert client.users.get(user=ada.email) is None
    with pytest.raises(ConflictException):
        create(client, ada.email)


def test_a_temporary_password_lets_its_user_in(world, client):
    made, temporary = world.temporary()

    world.choose_password(made["email"], temporary)

    assert client.users.get(user=made["id"]).status == say("ACTIVE")


# Finding


def test_every_status_is_listed_unless_some_are_named(world, client):
    active, invited = world.user(), world.user(mode="EMAIL_LINK")

    def listed(*statuses):
        filters = {"status": [say(status) for status in statuses]} if statuses else {}
        return [user.id for user in client.users.list(email=world.domain, **filters).users]

    assert listed() == listed("ACTIVE", "INVITED", "EXPIRED") == [active.id, invited.id]
    assert listed("ACTIVE") == [active.id]
    assert listed("INVITED", "EXPIRED") == [invited.id]
    assert listed("EXPIRED") == []


def test_part_of_an_address_is_found_in_any_case(world, client):
    ada = world.user(email=world.email("Ada.Reyes"))

    for part in ("ada.reyes", "ADA.REYES", ada.email[4:-4]):
        assert ada.id in [user.id for user in client.users.list(email=part).users]
    assert client.users.list(email=ada.name).users == []


@pytest.mark.parametrize("text", ["%", "_", "*", "\\"])
def test_signs_of_a_pattern_are_just_signs(world, client, text):
    world.user()

    assert client.users.list(email=f"{text}{world.domain}").users == []


def test_service_accounts_are_no_users(world, client, native):
    body = {"username": f"bot-{world.tag}", "role": "viewer", "key": {"name": "nightly"}}
    made = expect(201, native.post("/v1/service-accounts", body))
    bot = encode("User", made["user"]["id"])

    with pytest.raises(NotFoundException):
        client.users.get(user=bot)


# What is refused


@pytest.mark.parametrize(
    "fields", [{"name": ""}, {"name": "  "}, {"name": "x" * 256}, {"name": 7}, {"is_developer": "yes"}]
)
def test_an_update_that_cannot_be(world, owner, fields):
    ada = world.user()

    problem(400, owner.patch(f"/v2/users/{ada.id}", fields))

    assert expect(200, owner.get(f"/v2/users/{ada.id}"))["name"] == ada.name


@pytest.mark.parametrize("body", [{}, {"email": "other@lab.example"}, {"name": "Ada", "role": "ADMIN"}])
def test_an_update_of_nothing_or_of_something_else(world, owner, body):
    problem(400, owner.patch(f"/v2/users/{world.user().id}", body))


@pytest.mark.parametrize(
    "change",
    [
        {"name": None},
        {"name": "x" * 256},
        {"email": ""},
        {"email": "no-address"},
        {"invite_mode": "PIGEON"},
        {"role": {"type": "PREDEFINED", "name": "KING"}},
        {"role": {"type": "PREDEFINED"}},
        {"role": {"type": "CUSTOM"}},
        {"role": "MEMBER"},
    ],
)
def test_a_user_that_cannot_be(world, owner, change):
    body = {"name": "Ada", "email": world.email(), "role": predefined("MEMBER"), "invite_mode": say("NONE"), **change}
    body = {key: value for key, value in body.items() if value is not None}

    problem(400, owner.post("/v2/users", body))


def test_a_name_is_trimmed(world, client):
    ada = world.user()

    assert client.users.update(user_id=ada.id, name="  Ada King ").name == "Ada King"


def test_a_role_that_does_not_exist(world, client):
    with pytest.raises(NotFoundException):
        create(client, world.email(), role=CustomUserRole(id=unknown("Role")))


def test_both_spellings_are_taken(world, owner):
    for mode, kind, name in (("none", "predefined", "member"), ("NONE", "PREDEFINED", "MEMBER")):
        body = {"name": "Ada", "email": world.email(), "role": {"type": kind, "name": name}, "invite_mode": mode}

        assert expect(201, owner.post("/v2/users", body))["role"] == predefined("MEMBER")


@pytest.mark.parametrize("operation", ["get", "update", "delete", "resend_invitation", "reset_password"])
def test_nobody_of_that_id(client, operation):
    user = unknown("User")
    calls = {
        "get": lambda: client.users.get(user=user),
        "update": lambda: client.users.update(user_id=user, name="Ada"),
        "delete": lambda: client.users.delete(user_id=user),
        "resend_invitation": lambda: client.users.resend_invitation(user_id=user),
        "reset_password": lambda: client.users.reset_password(user_id=user),
    }

    with pytest.raises(NotFoundException):
        calls[operation]()


@pytest.mark.parametrize("user", ["not-an-id", "VXNlcjo=", "Um9sZTo3OkRKYlM="])
def test_an_id_that_is_none_or_of_something_else(client, user):
    with pytest.raises((BadRequestException, NotFoundException)):
        client.users.get(user=user)


def test_nobody_deletes_themselves(client, native):
    me = expect(200, native.get("/v1/me"))

    with pytest.raises(BadRequestException):
        client.users.delete(user_id=encode("User", me["id"]))


def test_an_invitation_is_sent_again_only_to_those_who_wait_for_a_link(world, client):
    made, _ = world.temporary()

    for user in (world.user().id, made["id"]):
        with pytest.raises(BadRequestException):
            client.users.resend_invitation(user_id=user)


def test_a_password_is_reset_only_where_there_is_one(world, client):
    made, temporary = world.temporary()
    for user in (world.user().id, world.user(mode="EMAIL_LINK").id, made["id"]):
        with pytest.raises(BadRequestException):
            client.users.reset_password(user_id=user)

    world.choose_password(made["email"], temporary)

    client.users.reset_password(user_id=made["id"])


# Who may


def test_members_see_the_people_they_share_a_place_with(world):
    ivo, near, far = world.person(), world.user(), world.user()
    world.space(None, ivo, near)
    world.leave_default_organization(ivo)

    seen = [user.id for user in ivo.client.users.list(email=world.domain).users]

    assert near.id in seen and far.id not in seen
    assert ivo.client.users.get(user=near.id).email == near.email
    with pytest.raises(NotFoundException):
        ivo.client.users.get(user=far.id)


@pytest.mark.parametrize("role, within", [("member", "MEMBER"), ("viewer", "MEMBER"), ("annotator", "ANNOTATOR")])
def test_members_neither_create_nor_change_nor_delete_anybody(world, role, within):
    ivo, near = world.person(role), world.user()
    world.enroll(world.organization(near), ivo, within)
    users = ivo.client.users

    for call in (
        lambda: create(ivo.client, world.email()),
        lambda: create(ivo.client, world.email(), role=PredefinedUserRole(name=say("ADMIN"))),
        lambda: users.update(user_id=near.id, name="Mallory"),
        lambda: users.update(user_id=near.id, is_developer=True),
        lambda: users.update(user_id=ivo.id, is_developer=False),
        lambda: users.delete(user_id=near.id),
        lambda: users.resend_invitation(user_id=near.id),
        lambda: users.reset_password(user_id=near.id),
    ):
        with pytest.raises((ForbiddenException, NotFoundException)):
            call()
    assert world.client.users.get(user=near.id) == near


def test_annotators_list_nobody(world):
    mei = world.person(role="annotator")

    with pytest.raises(ForbiddenException):
        mei.client.users.list()


def test_a_custom_role_lets_create_and_give_no_more_than_it_holds(world):
    # Nobody gives more than they hold, and that of an annotator is not all nameable here.
    clerk = world.person(role=world.native_role("user:read", "user:create", *world.permissions_of("annotator")))

    made = create(clerk.client, world.email(), role=PredefinedUserRole(name=say("ANNOTATOR")))

    assert clerk.client.users.get(user=made.id) == made
    with pytest.raises(ForbiddenException):
        create(clerk.client, world.email(), role=PredefinedUserRole(name=say("ADMIN")))
    with pytest.raises(ForbiddenException):
        clerk.client.users.delete(user_id=made.id)


def test_a_custom_role_updates_names_and_the_flag(world):
    ada = world.user()
    clerk = world.person(role=native_id(world.role("USER_READ", "USER_UPDATE").id))

    assert clerk.client.users.update(user_id=ada.id, name="Ada King").name == "Ada King"
    assert clerk.client.users.update(user_id=ada.id, is_developer=False).is_developer is False
    with pytest.raises(ForbiddenException):
        clerk.client.users.delete(user_id=ada.id)


# Other doors


def test_what_is_done_here_is_in_the_audit_trail(world, client, native):
    ada = world.user()
    client.users.update(user_id=ada.id, name="Ada King")
    client.users.delete(user_id=ada.id)

    events = expect(200, native.get("/v1/audit-events", subject_id=native_id(ada.id)))["items"]

    assert len(events) >= 3
    assert {event["door"] for event in events} == {"arize"}


def test_what_is_done_elsewhere_is_seen_here(world, client, native):
    ivo = world.person()

    expect(
        200, native.request("PATCH", f"/v1/users/{ivo.native_id}", json={"display_name": "Ivo Reis", "role": "owner"})
    )

    shown = client.users.get(user=ivo.id)
    assert (shown.name, str(shown.role)) == ("Ivo Reis", say("ADMIN"))


def test_a_role_given_by_id_is_a_role_of_arize(world, owner):
    role = world.role("USER_READ")
    body = {"name": "Ada", "email": world.email(), "role": custom(role.id), "invite_mode": say("NONE")}

    assert expect(201, owner.post("/v2/users", body))["role"] == custom(role.id) | {"name": role.name}
