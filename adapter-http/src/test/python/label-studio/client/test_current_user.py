"""What callers ask about themselves (wire contract §3.1, §3.2, §4.1)."""

import pytest
from label_studio_sdk.core.api_error import ApiError


def test_who_i_am(world, kind):
    olga = world.person(role="owner")
    me = world.client(olga, kind).users.whoami()

    assert me.id >= 1
    assert me.email == olga.email
    assert me.initials == olga.email[:2]
    for text in (me.first_name, me.last_name, me.username, me.phone):
        assert isinstance(text, str)
    assert me.last_activity is not None and me.date_joined is not None
    assert "organizations.change" in me.permissions
    assert me.active_organization is not None


def test_permissions_are_no_more_than_what_one_may(world, kind):
    mine = world.client(world.person(), kind).users.whoami().permissions

    assert "organizations.change" not in mine
    assert "organizations.view" in mine


def test_the_user_token_is_shown(world, kind):
    ivo = world.person()

    if kind.endswith("token"):
        assert world.client(ivo, kind).users.get_token().token == ivo.token


def test_09_a_reset_ends_the_old_token_at_once(world):
    for make in (world.clients.sync, world.clients.waited):
        ivo = world.person()
        client = make(ivo.token)

        fresh = client.users.reset_token().token

        assert fresh != ivo.token
        with pytest.raises(ApiError) as refused:
            client.users.whoami()
        assert refused.value.status_code == 401
        assert make(fresh).users.whoami().email == ivo.email


def test_the_current_user_is_shown_and_changed(world, kind):
    client = world.client(world.person(), kind)

    assert client.users.get_current_user().id == client.users.whoami().id
    changed = client.users.update_current_user(first_name="Mira", last_name="Okoye", phone="+31 20 123")

    assert (changed.first_name, changed.last_name, changed.phone) == ("Mira", "Okoye", "+31 20 123")
    assert client.users.whoami().initials == "MO"
