"""Logging in and signing up with a browser (wire contract §7, §11 lines 22 to 24)."""

import pytest

from wire import expect
from world import PASSWORD


def home(browser):
    """Where logging in leads. At the root the pages are the console's."""
    return "/label-studio/projects/" if browser.url.endswith("/label-studio") else "/"


@pytest.mark.parametrize("path", ["/user/login", "/user/login/", "/user/signup", "/user/signup/"])
def test_forms_are_shown_to_everybody(world, path):
    page = world.browser().get(path)

    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert page.cookies["csrftoken"]


@pytest.mark.parametrize("slash", ["", "/"])
def test_23_a_link_leads_nowhere_else(world, slash):
    ivo = world.person(password=PASSWORD)
    path = f"/user/login{slash}?next=http://elsewhere"

    browser = world.browser()

    answer = browser.form(path, email=ivo.email, password=PASSWORD)

    assert answer.status_code == 302
    assert answer.headers["location"] == home(browser)
    assert "elsewhere" not in answer.headers["location"]


@pytest.mark.parametrize("path", ["/user/login", "/user/login/", "/user/signup", "/user/signup/"])
def test_24_a_form_without_its_token_is_refused(world, path):
    browser = world.browser()
    browser.get(path)

    answer = browser.request("POST", path, data={"email": "a@lab.example", "password": PASSWORD})

    assert answer.status_code == 403


def test_a_session_reads_and_ends(world):
    ivo = world.person(password=PASSWORD)
    browser = world.browser()
    browser.log_in(ivo.email, PASSWORD)

    assert expect(200, browser.get("/api/current-user/whoami"))["email"] == ivo.email
    assert browser.get("/projects/").status_code == 200
    expect(403, browser.post("/api/current-user/reset-token/"))
    assert browser.get("/logout").status_code == 302

    expect(401, browser.get("/api/current-user/whoami"))


def test_who_is_removed_does_not_get_in(world):
    ivo = world.person(password=PASSWORD)
    browser = world.browser()
    assert browser.log_in(ivo.email, PASSWORD).status_code == 302

    world.remove(ivo)

    expect(401, browser.get("/api/current-user/whoami"))
    again = world.browser()
    again.log_in(ivo.email, PASSWORD)
    expect(401, again.get("/api/current-user/whoami"))
