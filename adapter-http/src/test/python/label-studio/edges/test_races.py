"""The same thing twice at once has one winner."""

import threading

import pytest
from label_studio_sdk.core.api_error import ApiError


def at_once(*calls):
    """What each call gives, or the status of its refusal, all of them begun together."""
    gate, results = threading.Barrier(len(calls)), [None] * len(calls)

    def run(each, call):
        gate.wait()
        try:
            results[each] = call()
        except ApiError as refused:
            results[each] = refused.status_code

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def split(results):
    refused = sorted(result for result in results if isinstance(result, int))
    return [result for result in results if not isinstance(result, int)], refused


@pytest.fixture
def calls(world):
    """Clients of one person that do not repeat what is refused."""
    ivo = world.person()

    def calls(count):
        return [world.clients.sync(ivo.token, max_retries=0) for _ in range(count)]

    return calls


def test_two_creations_of_a_personal_access_token(calls):
    for _ in range(5):
        one, other = calls(2)
        made, refused = split(at_once(one.tokens.create, other.tokens.create))

        assert (len(made), refused) == (1, [409])
        assert len(one.tokens.list()) == 1
        one.tokens.blacklist(refresh=made[0].token)


def test_two_rotations_of_one_token(calls):
    one, other = calls(2)
    token = one.tokens.create().token
    for _ in range(5):
        old = token
        made, refused = split(
            at_once(lambda: one.tokens.rotate(refresh=old), lambda: other.tokens.rotate(refresh=old))
        )

        assert (len(made), refused) == (1, [400])
        assert len(one.tokens.list()) == 1
        token = made[0].refresh


def test_twenty_creations_of_one_address(world, clients, owner_key):
    email = world.email()

    def create():
        return clients.sync(owner_key, max_retries=0).users.create(username="Ada", email=email)

    made, refused = split(at_once(*[create] * 20))

    assert (len(made), refused) == (1, [400] * 19)
