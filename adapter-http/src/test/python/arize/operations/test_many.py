"""Long lists while they change, and the same thing at the same moment."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from arize import ApiException, AmbiguousNameError
from arize.users.types import PredefinedUserRole

from pages import ids, pages
from words import say

MANY = 250
AT_ONCE = 8


def all_at_once(call):
    """What came of the same call made from several threads: the results, and the errors."""
    ready = threading.Barrier(AT_ONCE)

    def one(_):
        ready.wait()
        try:
            return call()
        except ApiException as refused:
            return refused

    with ThreadPoolExecutor(AT_ONCE) as threads:
        outcomes = list(threads.map(one, range(AT_ONCE)))
    refused = [outcome for outcome in outcomes if isinstance(outcome, ApiException)]
    return [outcome for outcome in outcomes if not isinstance(outcome, ApiException)], refused


class Crowd:
    """People who come and go in another thread for as long as the block lasts."""

    def __init__(self, world):
        self._world = world
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._come_and_go)
        self._failure = None

    def __enter__(self):
        self._thread.start()

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()
        assert self._failure is None, self._failure

    def _come_and_go(self):
        waiting = []
        try:
            while not self._over.is_set():
                waiting.append(self._world.user().id)
                if len(waiting) > 3:
                    self._world.client.users.delete(user_id=waiting.pop(0))
        except Exception as failure:  # Told in the thread of the test.
            self._failure = failure


def test_nobody_is_listed_twice_or_missed(world, client):
    between, there = [], []
    for number in range(MANY):
        there.append(world.user().id)
        if number % 10 == 0:
            between.append(world.user().id)
    leaving = iter(between)

    seen = []
    with Crowd(world):
        for page in pages(client.users.list, email=world.domain, limit=7):
            assert len(page.users) <= 7
            seen += ids(page.users)
            if (gone := next(leaving, None)) is not None:
                client.users.delete(user_id=gone)

    assert len(seen) == len(set(seen))
    assert [user for user in seen if user in set(there)] == there


def test_an_ambiguous_name_is_found_on_a_later_page(world, client):
    """The SDK asks for 100 at a time, so the second of a name lies on the second page."""
    name = world.name("Prod")
    first = world.space(name=name)
    organization = world.organization()
    for number in range(101):
        client.spaces.create(name=f"{name} {number}", organization_id=organization.id)
    second = world.space(name=name)

    with pytest.raises(AmbiguousNameError) as refused:
        client.spaces.get(space=name)

    assert refused.value.matching_ids == [first.id, second.id]


@pytest.mark.parametrize("mode", ["EMAIL_LINK", "TEMPORARY_PASSWORD"])
def test_invitations_at_once_make_one_user(world, client, sent, mode):
    email = world.email()

    made, refused = all_at_once(
        lambda: client.users.create(
            name="Ada", email=email, role=PredefinedUserRole(name=say("MEMBER")), invite_mode=say(mode)
        )
    )

    assert refused == []
    assert len(set(ids(made))) == 1
    assert sorted(exchange.status for exchange in sent) == [200] * (AT_ONCE - 1) + [201]
    assert ids(client.users.list(email=email).users) == [made[0].id]


def test_creations_at_once_make_one_user(world, client):
    email = world.email()

    made, refused = all_at_once(
        lambda: client.users.create(
            name="Ada", email=email, role=PredefinedUserRole(name=say("MEMBER")), invite_mode=say("NONE")
        )
    )

    assert len(made) == 1
    assert {error.status for error in refused} == {409}
    assert ids(client.users.list(email=email).users) == ids(made)


def test_names_taken_at_once_are_taken_once(world, client):
    name, organization = world.name("Labs"), world.organization()

    for call in (
        lambda: client.organizations.create(name=name),
        lambda: client.spaces.create(name=name, organization_id=organization.id),
        lambda: client.roles.create(name=name, permissions=["DATASET_READ"]),
    ):
        made, refused = all_at_once(call)

        assert len(made) == 1
        assert {error.status for error in refused} == {409}


def test_a_member_added_at_once_is_one_member(world, client):
    organization, ada = world.organization(), world.user()

    added, refused = all_at_once(lambda: world.enroll(organization, ada))

    assert refused == []
    assert len(set(ids(added))) == 1


def test_a_binding_made_at_once_is_one_binding(world, client):
    ada, role = world.user(), world.role()
    space = world.space(None, ada)

    made, refused = all_at_once(
        lambda: client.role_bindings.create(
            user_id=ada.id, role_id=role.id, resource_type="SPACE", resource_id=space.id
        )
    )

    assert len(made) == 1
    assert {error.status for error in refused} == {409}
