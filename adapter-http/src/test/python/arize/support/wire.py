"""The server over plain HTTP, and what the SDK sent to it."""

import json
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

import requests

from words import __version__


class Wire:
    """One caller of the Arize API, speaking the words of the SDK under test; nobody when there is no key."""

    def __init__(self, url, key=None, version=__version__):
        self.url = url
        self._http = requests.Session()
        self._http.trust_env = False
        self._http.headers.update({"Accept": "application/json", "User-Agent": "OpenAPI-Generator/1.0.0/python"})
        if version is not None:
            self._http.headers["sdk-version"] = version
        if key is not None:
            self._http.headers["Authorization"] = f"Bearer {key}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._http.close()

    def request(self, method, path, **arguments):
        return self._http.request(method, self.url + path, timeout=60, allow_redirects=False, **arguments)

    def get(self, path, **query):
        return self.request("GET", path, params=query)

    def post(self, path, body=None):
        return self.request("POST", path, json=body)

    def put(self, path):
        return self.request("PUT", path)

    def patch(self, path, body):
        return self.request("PATCH", path, json=body)

    def delete(self, path):
        return self.request("DELETE", path, headers={"Accept": "application/problem+json"})


class Native(Wire):
    """One caller of the native API."""

    def __init__(self, url, key=None):
        super().__init__(url, key, version=None)


@dataclass(frozen=True)
class Exchange:
    """One request of the SDK, and the status of the answer to it."""

    method: str
    path: str
    query: list
    headers: dict
    body: object
    status: int

    @classmethod
    def of(cls, method, url, headers, body, status):
        split = urlsplit(url)
        # The tests look at the calls, not at where the API is mounted.
        path = "/v2/" + split.path.partition("/v2/")[2]
        body = json.loads(body) if isinstance(body, (str, bytes)) else body
        return cls(method, path, parse_qsl(split.query), dict(headers or {}), body, status)


def expect(status, response):
    """The body, or None when there is none, provided the status is right."""
    request = response.request
    assert response.status_code == status, f"{request.method} {request.url}: {response.status_code} {response.text}"
    return response.json() if response.content else None


def problem(status, response):
    """The problem, provided it has nothing but what the SDK can read."""
    body = expect(status, response)
    assert response.headers["content-type"].split(";")[0] == "application/problem+json"
    assert {"title", "status"} <= set(body) <= {"title", "status", "type", "detail", "instance"}, body
    assert body["status"] == status
    return body
