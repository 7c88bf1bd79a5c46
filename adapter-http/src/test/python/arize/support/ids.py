"""Ids of the Arize API: padded base64 of a type word, a colon and the id at the native API."""

import base64
import uuid


def encode(kind, native_id):
    return base64.b64encode(f"{kind}:{native_id}".encode()).decode()


def kind_of(arize_id):
    return parts(arize_id)[0]


def native_id(arize_id):
    return parts(arize_id)[1]


def parts(arize_id):
    kind, _, rest = base64.b64decode(arize_id, validate=True).decode().partition(":")
    return kind, rest


def unknown(kind):
    """An id as the server would give it, of nothing."""
    return encode(kind, uuid.uuid4())
