"""The server over plain HTTP."""

import re

import requests


class Wire:
    """A caller without the SDK; nobody when there is no key."""

    def __init__(self, url, key=None, scheme="Token"):
        self.url = url
        self._http = requests.Session()
        self._http.trust_env = False
        if key is not None:
            self._http.headers["Authorization"] = f"{scheme} {key}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._http.close()

    def request(self, method, path, **arguments):
        return self._http.request(method, self.url + path, **{"timeout": 60, "allow_redirects": False, **arguments})

    def get(self, path, **query):
        return self.request("GET", path, params=query)

    def post(self, path, body=None):
        return self.request("POST", path, json=body)

    def patch(self, path, body):
        return self.request("PATCH", path, json=body)

    def delete(self, path):
        return self.request("DELETE", path)


class Native(Wire):
    """A caller of the native API."""

    def __init__(self, url, key=None):
        super().__init__(url, key, "Bearer")


class Browser(Wire):
    """Somebody with cookies, who sends the forms of pages."""

    def form(self, path, **fields):
        page = self.get(path)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text).group(1)
        return self.request("POST", path, data={**fields, "csrfmiddlewaretoken": token}, headers={"Referer": self.url})

    def log_in(self, email, password):
        return self.form("/user/login/", email=email, password=password)


def expect(status, response):
    """The body, or None when there is none, provided the status is right."""
    request = response.request
    assert response.status_code == status, f"{request.method} {request.url}: {response.status_code} {response.text}"
    return response.json() if response.content else None
