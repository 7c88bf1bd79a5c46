"""The same thing twice at once has one winner."""

import threading

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


def test_twenty_creations_of_one_address(world, clients, owner_key):
    email = world.email()

    def create():
        return clients.sync(owner_key, max_retries=0).users.create(username="Ada", email=email)

    made, refused = split(at_once(*[create] * 20))

    assert (len(made), refused) == (1, [400] * 19)
