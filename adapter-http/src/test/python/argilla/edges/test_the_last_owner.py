"""Edges 9 and 10 for the last owner. The original lets it go; Roster keeps it, so that somebody can always get in."""

import pytest

from world import expect


@pytest.fixture
def last(owner):
    owners = [user for user in expect(200, owner.get("/api/v1/users"))["items"] if user["role"] == "owner"]
    if len(owners) > 1:
        pytest.skip("this server has several owners")
    return f"/api/v1/users/{owners[0]['id']}"


@pytest.mark.parametrize("role", ["admin", "annotator"])
def test_10_last_owner_cannot_be_demoted(owner, last, role):
    detail = expect(409, owner.patch(last, json={"role": role}))["detail"]

    assert "last" in detail and "owner" in detail
    expect(200, owner.get("/api/v1/users"))


def test_09_last_owner_cannot_be_deleted(owner, last):
    detail = expect(409, owner.delete(last))["detail"]

    assert "last" in detail and "owner" in detail
    expect(200, owner.get("/api/v1/me"))


def test_09_nor_through_the_legacy_door(owner, last):
    assert owner.delete(last.replace("/v1", "")).status_code == 409

    expect(200, owner.get("/api/v1/me"))


def test_09_second_owner_makes_room(world, owner, last):
    mara = world.user(role="owner")
    mine = world.as_user(mara)

    expect(200, mine.patch(f"/api/v1/users/{mara['id']}", json={"role": "admin"}))

    expect(409, owner.patch(last, json={"role": "admin"}))
