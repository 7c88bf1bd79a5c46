"""How the release of the SDK under test spells the words of the contract.

Tests write them as the newest release does: `say("READ_ONLY")`. Releases before 8.40 know lower case alone.
"""

import re

from arize.version import __version__


def release(version=__version__):
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


UPPER = release() >= (8, 40)
NESTED_SERVICE_KEYS = release() >= (8, 41)


def say(word):
    if UPPER:
        return word
    return "read-only" if word == "READ_ONLY" else word.lower()
