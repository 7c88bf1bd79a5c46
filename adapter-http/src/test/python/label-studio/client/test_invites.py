"""The invite link, and invitations by mail (wire contract §4.6)."""

import pytest
from label_studio_sdk.core.api_error import ApiError
from label_studio_sdk.errors import ForbiddenError


@pytest.fixture(params=["sync-token", "async-token"])
def manager(world, request):
    ivo = world.manager()
    world.elsewhere(ivo)
    return world.client(ivo, request.param)


def test_a_personal_access_token_neither_shows_nor_resets_it(world):
    ivo = world.manager()
    world.elsewhere(ivo)
    client = world.client(ivo, "sync-pat")

    with pytest.raises(ForbiddenError):
        client.organizations.invites.get_invite_link()
    with pytest.raises(ApiError) as refused:
        client.organizations.reset_token()
    assert refused.value.status_code == 403


def test_the_link_is_the_same_until_it_is_reset(manager):
    first = manager.organizations.invites.get_invite_link()

    assert first.invite_url.endswith(f"/user/signup/?token={first.token}")
    assert manager.organizations.invites.get_invite_link().token == first.token
    fresh = manager.organizations.reset_token()

    assert fresh.token != first.token
    assert manager.organizations.invites.get_invite_link().token == fresh.token


def test_21_the_link_lets_people_sign_up_until_it_is_reset(world, manager):
    older = "/user/signup/?token=" + manager.organizations.invites.get_invite_link().token
    newer = "/user/signup/?token=" + manager.organizations.reset_token().token
    typed = {"email": world.email(), "password": "correct-horse-battery"}

    assert world.browser().form(older, **typed).status_code == 403
    assert world.browser().form("/user/signup/", **typed).status_code == 403
    assert world.browser().form(newer, **typed).status_code == 302


def test_members_do_not_see_it(world, kind):
    ivo = world.client(world.person(), kind)

    with pytest.raises(ForbiddenError):
        ivo.organizations.invites.get_invite_link()
    with pytest.raises(ApiError) as refused:
        ivo.organizations.reset_token()
    assert refused.value.status_code == 403


def test_people_are_invited_by_mail_and_that_is_taken_back(world, client):
    email = world.email()

    client.organizations.invites.send_email(emails=[email], role="AN")
    client.organizations.invites.revoke_invite(email=email)
