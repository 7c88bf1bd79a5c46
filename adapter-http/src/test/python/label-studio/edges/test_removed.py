"""Who is removed from their last organization is out with everything they hold, on the next request."""

import pytest
from label_studio_sdk.core.api_error import ApiError

from wire import Wire, expect
from world import PASSWORD

WHO = "/api/current-user/whoami"


def unauthorized(call):
    with pytest.raises(ApiError) as refused:
        call()
    assert refused.value.status_code == 401


@pytest.fixture
def ivo(world):
    return world.person(password=PASSWORD)


def test_the_user_token_and_the_session(world, owner, ivo, api_url):
    browser, wire = world.browser(), Wire(api_url, ivo.token)
    assert browser.log_in(ivo.email, PASSWORD).status_code == 302
    number = expect(200, browser.get(WHO))["id"]
    expect(200, wire.get(WHO))

    owner.organizations.members.delete(owner.users.whoami().active_organization, number)

    expect(401, browser.get(WHO))
    expect(401, wire.get(WHO))
    assert browser.get("/projects/").status_code == 302


def test_the_password(world, owner, ivo):
    owner.organizations.members.delete(owner.users.whoami().active_organization, world.id_of(ivo))

    browser = world.browser()
    again = browser.log_in(ivo.email, PASSWORD)

    expect(401, browser.get(WHO))
    # At the root the page is the console's, where people without an organization find their account.
    assert ("sessionid" in again.cookies) != browser.url.endswith("/label-studio")


def test_the_personal_access_token_and_what_it_was_exchanged_for(world, owner, ivo):
    sync, waited = world.client(ivo, "sync-pat"), world.client(ivo, "async-pat")
    sync.users.whoami()
    waited.users.whoami()

    owner.organizations.members.delete(owner.users.whoami().active_organization, world.id_of(ivo))

    unauthorized(sync.users.whoami)
    unauthorized(waited.users.whoami)
    unauthorized(world.client(ivo, "sync-pat").users.whoami)
