"""API keys of people and of programs."""

import time
from datetime import datetime, timedelta, timezone

import pytest
from arize._generated.api_client.exceptions import (
    BadRequestException,
    ForbiddenException,
    NotFoundException,
    UnauthorizedException,
    UnprocessableEntityException,
)

from ids import kind_of, unknown
from keys import create_service_key
from pages import every, ids
from wire import expect, problem
from words import NESTED_SERVICE_KEYS, say
from world import custom, predefined

LISTED = {"id", "name", "redacted_key", "created_by_user_id", "key_type", "status", "created_at"}
OPTIONAL = {"description", "expires_at", "last_used_at"}
SOON = timedelta(seconds=2)


@pytest.fixture
def ivo(world):
    """A developer."""
    return world.person()


@pytest.fixture
def organization(world):
    return world.organization()


@pytest.fixture
def space(world, organization):
    return world.space(organization)


def now():
    return datetime.now(timezone.utc)


def in_a_year():
    return (now() + timedelta(days=365)).replace(microsecond=0)


def refused_as_unknown(connect, key):
    with pytest.raises(UnauthorizedException):
        connect(key).api_keys.list()


def active(client, **filters):
    return ids(every("api_keys", client.api_keys.list, **filters))


# Keys of people


def test_creates_a_key(connect, ivo):
    made = ivo.client.api_keys.create(name="laptop")

    assert (made.name, made.status, made.key_type) == ("laptop", say("ACTIVE"), say("USER"))
    assert made.created_by_user_id == ivo.id and kind_of(made.id) == "ApiKey"
    assert made.key and made.key not in made.redacted_key
    assert ids(connect(made.key).api_keys.list().api_keys) == [made.id]


def test_creates_a_key_with_description_and_end(ivo):
    ends = in_a_year()

    made = ivo.client.api_keys.create(name="laptop", description="At home", expires_at=ends)

    assert (made.description, made.expires_at) == ("At home", ends)
    (listed,) = ivo.client.api_keys.list().api_keys
    assert (listed.description, listed.expires_at) == ("At home", ends)


def test_times_without_a_zone_are_utc(ivo):
    ends = in_a_year()

    assert ivo.client.api_keys.create(name="laptop", expires_at=ends.replace(tzinfo=None)).expires_at == ends


def test_a_list_has_no_secret(world, ivo):
    made = ivo.client.api_keys.create(name="laptop")

    response = world.wire(ivo.key).get("/v2/api-keys")

    (listed,) = expect(200, response)["api_keys"]
    assert LISTED <= set(listed) <= LISTED | OPTIONAL
    assert made.key not in response.text


def test_an_answer_to_a_new_key_adds_the_key(world, ivo):
    made = expect(201, world.wire(ivo.key).post("/v2/api-keys", {"key_type": say("USER"), "name": "laptop"}))

    assert LISTED | {"key"} <= set(made) <= LISTED | OPTIONAL | {"key"}


def test_the_kind_may_be_left_out(world, ivo):
    made = expect(201, world.wire(ivo.key, version="8.39.0").post("/v2/api-keys", {"name": "laptop"}))

    assert made["key_type"] == "user"


def test_lists_ones_own_alone(world, client, ivo):
    other = world.person()
    first, second = ivo.client.api_keys.create(name="a"), ivo.client.api_keys.create(name="b")
    other.client.api_keys.create(name="c")

    assert active(ivo.client) == active(ivo.client, key_type=say("USER"), limit=1) == [first.id, second.id]
    assert active(client, user_id=ivo.id) == [first.id, second.id]
    assert list(ivo.client.api_keys.list().to_df()["name"]) == ["a", "b"]
    with pytest.raises(ForbiddenException):
        ivo.client.api_keys.list(user_id=other.id)


@pytest.mark.parametrize("role", ["member", "annotator"])
def test_keys_are_for_developers(world, role):
    mei = world.person(role=role, developer=False)

    with pytest.raises(ForbiddenException):
        mei.client.api_keys.create(name="laptop")
    # Everyone sees what lets them in, as through the other doors.
    assert mei.client.api_keys.list().api_keys == []


def test_the_flag_acts_on_the_next_call(client, ivo):
    client.users.update(user_id=ivo.id, is_developer=False)

    with pytest.raises(ForbiddenException):
        ivo.client.api_keys.create(name="laptop")


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""},
        {"name": "x" * 257},
        {"description": "x" * 1001},
        {"expires_at": "2020-01-01T00:00:00Z"},
        {"expires_at": "tomorrow"},
        {"key_type": "MASTER"},
        {"space_id": "U3BhY2U6NTowMHJr"},
        {"roles": {"space_role": "admin"}},
        {"status": "ACTIVE"},
    ],
)
def test_a_key_that_cannot_be(world, ivo, change):
    response = world.wire(ivo.key).post("/v2/api-keys", {"key_type": say("USER"), "name": "laptop", **change})

    problem(response.status_code, response)
    assert response.status_code in (400, 422)


# The end of keys


def test_a_revoked_key_opens_nothing(connect, ivo):
    made = ivo.client.api_keys.create(name="laptop")
    program = connect(made.key)
    assert program.api_keys.list().api_keys

    assert ivo.client.api_keys.revoke(api_key_id=made.id) is None

    with pytest.raises(UnauthorizedException):
        program.api_keys.list()
    assert active(ivo.client) == []
    assert active(ivo.client, status=say("REVOKED")) == [made.id]


def test_revoking_again_is_fine(ivo):
    made = ivo.client.api_keys.create(name="laptop")

    assert ivo.client.api_keys.revoke(api_key_id=made.id) is ivo.client.api_keys.revoke(api_key_id=made.id) is None


def test_an_expired_key_opens_nothing(connect, ivo):
    made = ivo.client.api_keys.create(name="laptop", expires_at=now() + SOON)
    program = connect(made.key)
    program.api_keys.list()

    while now() <= made.expires_at:
        time.sleep(0.1)

    with pytest.raises(UnauthorizedException):
        program.api_keys.list()
    assert made.id not in active(ivo.client)


def test_keys_end_with_their_user(world, client, connect, ivo):
    keys = [ivo.key, ivo.client.api_keys.create(name="laptop").key]

    client.users.delete(user_id=ivo.id)

    for key in keys:
        refused_as_unknown(connect, key)


def test_a_key_of_somebody_else(world, ivo):
    made = world.person().client.api_keys.create(name="laptop")

    for call in (
        lambda: ivo.client.api_keys.revoke(api_key_id=made.id),
        lambda: ivo.client.api_keys.refresh(api_key_id=made.id),
        lambda: ivo.client.api_keys.revoke(api_key_id=unknown("ApiKey")),
        lambda: ivo.client.api_keys.refresh(api_key_id=unknown("ApiKey")),
    ):
        with pytest.raises(NotFoundException):
            call()


# Refresh


def test_refreshing_replaces_the_key(connect, ivo):
    old = ivo.client.api_keys.create(name="laptop", description="At home")

    new = ivo.client.api_keys.refresh(api_key_id=old.id)

    assert (new.name, new.description, new.key_type) == ("laptop", "At home", say("USER"))
    assert new.id != old.id and new.key != old.key
    assert active(ivo.client) == [new.id]
    refused_as_unknown(connect, old.key)
    connect(new.key).api_keys.list()


def test_refreshing_with_grace_keeps_both(connect, ivo):
    old = ivo.client.api_keys.create(name="laptop")

    new = ivo.client.api_keys.refresh(api_key_id=old.id, grace_period_seconds=300)

    listed = {key.id: key for key in ivo.client.api_keys.list().api_keys}
    assert set(listed) == {old.id, new.id}
    assert abs(listed[old.id].expires_at - now() - timedelta(seconds=300)) < timedelta(seconds=60)
    for key in (old.key, new.key):
        connect(key).api_keys.list()


def test_grace_never_lengthens_a_key(ivo):
    ends = now() + timedelta(hours=1)
    old = ivo.client.api_keys.create(name="laptop", expires_at=ends)

    ivo.client.api_keys.refresh(api_key_id=old.id, expires_at=ends, grace_period_seconds=86400)

    (kept,) = [key for key in ivo.client.api_keys.list().api_keys if key.id == old.id]
    assert abs(kept.expires_at - ends) < timedelta(milliseconds=1)


def test_a_key_with_an_end_is_not_replaced_by_one_that_lasts_longer(ivo):
    ends = in_a_year()
    old = ivo.client.api_keys.create(name="laptop", expires_at=ends)

    for later in ({}, {"expires_at": ends + timedelta(days=1)}):
        with pytest.raises(UnprocessableEntityException):
            ivo.client.api_keys.refresh(api_key_id=old.id, **later)

    sooner = ivo.client.api_keys.refresh(api_key_id=old.id, expires_at=ends - timedelta(days=1))
    assert sooner.expires_at == ends - timedelta(days=1)


def test_a_key_without_an_end_may_get_one(ivo):
    old = ivo.client.api_keys.create(name="laptop")

    assert ivo.client.api_keys.refresh(api_key_id=old.id, expires_at=in_a_year()).expires_at == in_a_year()


def test_an_answer_to_a_refresh_adds_the_key_alone(world, ivo):
    old = ivo.client.api_keys.create(name="laptop")

    new = expect(200, world.wire(ivo.key).post(f"/v2/api-keys/{old.id.replace('=', '%3D')}/refresh", {}))

    assert LISTED | {"key"} <= set(new) <= LISTED | OPTIONAL | {"key"}


@pytest.mark.parametrize("seconds", [-1, 86401, "300"])
def test_a_grace_that_cannot_be(world, ivo, seconds):
    old = ivo.client.api_keys.create(name="laptop")

    problem(400, world.wire(ivo.key).post(f"/v2/api-keys/{old.id}/refresh", {"grace_period_seconds": seconds}))


# Keys of programs


def test_creates_a_service_key(client, connect, organization, space):
    made = create_service_key(client, "nightly", organization, space)

    assert (made.name, made.status, made.key_type) == ("nightly", say("ACTIVE"), say("SERVICE"))
    program = connect(made.key)
    assert program.spaces.get(space=space.id) == space
    assert ids(program.spaces.list().spaces) == [space.id]


@pytest.mark.since("8.41.0")
def test_shows_the_roles_that_were_left_out(client, sent, organization, space):
    bot = create_service_key(client, "nightly", organization, space).bot_user

    body = sent[-1].body
    assert "account_role" not in body and "role" not in body["organizations"][0]
    assert "role" not in body["organizations"][0]["spaces"][0]
    (in_organization,) = bot.organizations
    (in_space,) = in_organization.spaces
    assert bot.account_role.actual_instance.name == say("MEMBER")
    assert (in_organization.org_id, in_organization.role.actual_instance.name) == (organization.id, say("READ_ONLY"))
    assert (in_space.space_id, in_space.role.actual_instance.name) == (space.id, say("MEMBER"))
    assert kind_of(bot.id) == "User"


@pytest.mark.since("8.41.0")
def test_spans_several_places(world, client, organization, space):
    from arize.api_keys.types import CustomRoleAssignment, OrgBinding, SpaceBinding, SpaceRoleAssignment

    reader = world.role("DATASET_READ")
    second, elsewhere = world.space(organization), world.space()
    owning = [o for o in client.organizations.list(name=world.tag).organizations if o.id != organization.id]
    role = SpaceRoleAssignment(CustomRoleAssignment(type="CUSTOM", id=reader.id))

    bot = client.api_keys.create_service_key(
        name="nightly",
        orgs=[
            OrgBinding(
                org_id=organization.id,
                spaces=[SpaceBinding(space=space.name, role=role), SpaceBinding(space=second.id)],
            ),
            OrgBinding(org_id=owning[0].id, spaces=[SpaceBinding(space=elsewhere.id)]),
        ],
    ).bot_user

    assert [[held.space_id for held in place.spaces] for place in bot.organizations] == [
        [space.id, second.id],
        [elsewhere.id],
    ]
    assert bot.organizations[0].spaces[0].role.actual_instance.id == reader.id


@pytest.mark.parametrize("place", ["account", "organization", "space"])
def test_takes_each_role(client, connect, organization, space, place):
    made = create_service_key(client, "nightly", organization, space, roles={place: "ADMIN"})

    assert connect(made.key).spaces.update(space=space.id, description="By night").description == "By night"


def test_a_member_of_a_space_only_works_there(client, connect, organization, space):
    program = connect(create_service_key(client, "nightly", organization, space).key)

    with pytest.raises(ForbiddenException):
        program.spaces.update(space=space.id, description="By night")


def test_lists_the_service_keys_of_a_space(world, client, organization, space):
    first = create_service_key(client, "a", organization, space)
    second = create_service_key(client, "b", organization, space)
    other = world.space(organization)
    create_service_key(client, "c", organization, other)

    listed = active(client, space=space.name)

    assert listed == active(client, space=space.id, key_type=say("SERVICE"), limit=1) == [first.id, second.id]
    assert active(client, space=space.id, user_id=first.created_by_user_id) == [first.id, second.id]
    assert active(client, space=space.id, user_id=world.user().id) == []
    client.api_keys.revoke(api_key_id=first.id)
    assert active(client, space=space.id) == [second.id]
    assert active(client, space=space.id, status=say("REVOKED")) == [first.id]


def test_a_revoked_service_key_opens_nothing(client, connect, organization, space):
    made = create_service_key(client, "nightly", organization, space)
    program = connect(made.key)
    program.spaces.list()

    client.api_keys.revoke(api_key_id=made.id)

    with pytest.raises(UnauthorizedException):
        program.spaces.list()


def test_refreshing_keeps_what_a_service_key_may(client, connect, organization, space):
    old = create_service_key(client, "nightly", organization, space)

    new = client.api_keys.refresh(api_key_id=old.id)

    assert new.key_type == say("SERVICE")
    assert connect(new.key).spaces.get(space=space.id) == space
    refused_as_unknown(connect, old.key)


def test_the_program_is_no_user(client, connect, organization, space):
    before = len(every("users", client.users.list))

    create_service_key(client, "nightly", organization, space)

    assert len(every("users", client.users.list)) == before


def test_members_make_none(world, organization, space, ivo):
    world.enroll(organization, ivo)
    world.join(space, ivo)

    with pytest.raises(ForbiddenException):
        create_service_key(ivo.client, "nightly", organization, space)


def test_admins_of_a_space_give_no_more_than_they_hold(world, organization, space, ivo):
    world.enroll(organization, ivo)
    world.join(space, ivo, "ADMIN")

    made = create_service_key(ivo.client, "nightly", organization, space)
    for place in ("account", "organization"):
        with pytest.raises(UnprocessableEntityException):
            create_service_key(ivo.client, "nightly", organization, space, roles={place: "ADMIN"})

    assert active(ivo.client, space=space.id) == [made.id]


def test_a_developer_does_not_see_the_service_keys_of_others(world, client, organization, space, ivo):
    made = create_service_key(client, "nightly", organization, space)
    world.enroll(organization, ivo)
    world.join(space, ivo)

    with pytest.raises(NotFoundException):
        ivo.client.api_keys.revoke(api_key_id=made.id)


def nested(organization, space, **change):
    spaces = [{"space_id": space.id, **change.pop("in_space", {})}]
    places = [{"org_id": organization.id, "spaces": spaces, **change.pop("in_organization", {})}]
    return {"key_type": say("SERVICE"), "name": "nightly", "organizations": places, **change}


@pytest.mark.parametrize("where", ["account_role", "in_organization", "in_space"])
def test_programs_are_no_annotators(owner, organization, space, where):
    role = predefined("ANNOTATOR")
    change = {where: role if where == "account_role" else {"role": role}}

    problem(422, owner.post("/v2/api-keys", nested(organization, space, **change)))


@pytest.mark.parametrize("where", ["account_role", "in_organization"])
def test_custom_roles_are_for_spaces(world, owner, organization, space, where):
    role = custom(world.role().id)
    change = {where: role if where == "account_role" else {"role": role}}

    problem(422, owner.post("/v2/api-keys", nested(organization, space, **change)))
    expect(201, owner.post("/v2/api-keys", nested(organization, space, in_space={"role": role})))


def test_spaces_lie_in_their_organization(world, owner, organization):
    response = owner.post("/v2/api-keys", nested(organization, world.space()))

    problem(response.status_code, response)
    assert response.status_code in (400, 422)


def test_both_shapes_are_taken(world, owner, organization, space):
    flat = {"key_type": "SERVICE", "name": "nightly", "space_id": space.id}

    for body in (nested(organization, space), flat, flat | {"roles": {"space_role": "read-only"}}):
        made = expect(201, owner.post("/v2/api-keys", body))

        assert ("bot_user" in made) is NESTED_SERVICE_KEYS


def test_what_does_not_exist(client, organization, space):
    with pytest.raises(NotFoundException):
        client.api_keys.list(space=unknown("Space"))
    with pytest.raises(NotFoundException):
        client.api_keys.list(user_id=unknown("User"))
    with pytest.raises((BadRequestException, NotFoundException)):
        client.api_keys.revoke(api_key_id="not-an-id")
