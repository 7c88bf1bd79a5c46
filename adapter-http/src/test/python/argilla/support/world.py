"""The server over plain HTTP, and the people and workspaces one test makes there."""

import uuid

import httpx

PASSWORD = "correct-horse"


class Wire:
    """One caller, or nobody when there is no key."""

    def __init__(self, url, key=None, headers=None):
        self.url = url
        headers = dict(headers or {})
        if key is not None:
            headers["X-Argilla-Api-Key"] = key
        # No certificates to load: it talks to a server on this machine.
        self._http = httpx.Client(headers=headers, timeout=60, verify=False, trust_env=False, follow_redirects=False)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._http.close()

    def request(self, method, path, **arguments):
        return self._http.request(method, self.url + path, **arguments)

    def get(self, path, **arguments):
        return self.request("GET", path, **arguments)

    def post(self, path, **arguments):
        return self.request("POST", path, **arguments)

    def put(self, path, **arguments):
        return self.request("PUT", path, **arguments)

    def patch(self, path, **arguments):
        return self.request("PATCH", path, **arguments)

    def delete(self, path, **arguments):
        return self.request("DELETE", path, **arguments)

    def log_in(self, username, password=PASSWORD):
        return self.post("/api/v1/token", data={"username": username, "password": password})


class World:
    """Makes what a test needs, under names nobody else uses, and takes it away again."""

    def __init__(self, owner):
        self.owner = owner
        self.tag = uuid.uuid4().hex[:10]
        self._count = 0
        self._wires = []

    def name(self, stem="thing"):
        self._count += 1
        return f"{stem}-{self.tag}-{self._count}"

    def user(self, role="annotator", **fields):
        """A user as the answer to its making shows it, with its key."""
        username = fields.pop("username", None) or self.name(role)
        body = {"username": username, "first_name": username, "password": PASSWORD, "role": role, **fields}
        return expect(201, self.owner.post("/api/v1/users", json=body))

    def workspace(self, *members, **fields):
        body = {"name": self.name("team"), **fields}
        workspace = expect(201, self.owner.post("/api/v1/workspaces", json=body))
        for member in members:
            self.join(workspace, member)
        return workspace

    def join(self, workspace, user):
        path = f"/api/v1/workspaces/{workspace['id']}/users"
        return expect(201, self.owner.post(path, json={"user_id": user["id"]}))

    def dataset(self, workspace, published=False, **fields):
        body = {"name": self.name("set"), "workspace_id": workspace["id"], **fields}
        dataset = expect(201, self.owner.post("/api/v1/datasets", json=body))
        return self.publish(dataset) if published else dataset

    def publish(self, dataset):
        path = f"/api/v1/datasets/{dataset['id']}"
        expect(201, self.owner.post(f"{path}/fields", json=text_field()))
        expect(201, self.owner.post(f"{path}/questions", json=label_question()))
        return expect(200, self.owner.put(f"{path}/publish"))

    def as_user(self, user):
        return self.with_headers({"X-Argilla-Api-Key": user["api_key"]})

    def with_token(self, token):
        return self.with_headers({"Authorization": f"Bearer {token}"})

    def with_headers(self, headers):
        wire = Wire(self.owner.url, headers=headers)
        self._wires.append(wire)
        return wire

    def nobody(self):
        return self.with_headers({})

    def clear(self):
        for wire in self._wires:
            wire.__exit__()
        for kind, listing, name in (
            ("datasets", "me/datasets", "name"),
            ("workspaces", "me/workspaces", "name"),
            ("users", "users", "username"),
        ):
            for item in expect(200, self.owner.get(f"/api/v1/{listing}"))["items"]:
                if self.tag in item[name]:
                    expect(200, self.owner.delete(f"/api/v1/{kind}/{item['id']}"))


def expect(status, response):
    """The body, provided the status is right."""
    request = response.request
    assert response.status_code == status, f"{request.method} {request.url}: {response.status_code} {response.text}"
    return response.json()


def ids(response):
    """The ids of a list, in its order."""
    return [item["id"] for item in expect(200, response)["items"]]


def text_field(name="text"):
    return {"name": name, "title": name, "required": True, "settings": {"type": "text", "use_markdown": False}}


def label_question(name="label"):
    options = [{"text": "Yes", "value": "yes"}, {"text": "No", "value": "no"}]
    settings = {"type": "label_selection", "options": options, "visible_options": None}
    return {"name": name, "title": name, "description": None, "required": True, "settings": settings}
