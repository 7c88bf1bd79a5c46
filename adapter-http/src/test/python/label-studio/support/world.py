"""The people and places one test makes. Nothing is taken away again: names are nobody else's."""

import secrets
import uuid
from dataclasses import dataclass

from wire import Browser, Native, expect

PASSWORD = "correct-horse-battery"


@dataclass(frozen=True)
class Person:
    """Somebody who is active and has a user token."""

    native_id: str
    email: str
    token: str

    def __str__(self):
        return self.email


class World:
    def __init__(self, native, clients):
        self.native = native
        self.clients = clients
        self.tag = "t" + uuid.uuid4().hex[:10]
        self._count = 0

    def another(self):
        return World(self.native, self.clients)

    def name(self, stem="Thing"):
        self._count += 1
        return f"{stem} {self.tag} {self._count}"

    def email(self, stem="ada"):
        self._count += 1
        return f"{stem}-{self._count}@{self.tag}.example"

    def person(self, role="annotator", password=None, **fields):
        """An active user in the default organization, who may have personal access tokens.

        `role` is the account role, by its name at the native API.
        """
        email, token = self.email("ivo"), secrets.token_hex(20)
        body = {"username": email, "email": email, "role": role, "user_token": token, "developer": True, **fields}
        if password is not None:
            body["password"] = password
        made = expect(201, self.native.post("/v1/users", body))
        return Person(made["id"], email, token)

    def member(self, person, role, organization=None):
        """Gives somebody a role in an organization, by its name at the native API."""
        path = f"/v1/organizations/{organization or self.default()}/members/{person.native_id}"
        return expect(200, self.native.patch(path, {"role": role}))

    def default(self):
        (default,) = expect(200, self.native.get("/v1/organizations", name="default"))["items"]
        return default["id"]

    def manager(self, **fields):
        """Somebody who runs the organization, without being an owner of the installation."""
        person = self.person(**fields)
        self.member(person, "manager")
        return person

    def elsewhere(self, *people, role="manager"):
        """An organization of its own, which those people are in and nobody else; they leave the default one."""
        made = expect(201, self.native.post("/v1/organizations", {"name": self.name("Lab")}))
        for person in people:
            body = {"user_id": person.native_id, "role": role}
            expect(201, self.native.post(f"/v1/organizations/{made['id']}/members", body))
            self.remove(person)
        return made["id"]

    def remove(self, person, organization=None):
        """Ends somebody's membership."""
        path = f"/v1/organizations/{organization or self.default()}/members/{person.native_id}"
        expect(204, self.native.delete(path))

    def client(self, person, kind="sync-token"):
        return self.clients.of(kind, person.token)

    def id_of(self, person):
        """The number by which the SDK knows somebody."""
        return self.client(person).users.whoami().id

    def browser(self):
        return Browser(self.clients.url)

    def native_of(self, person):
        return Native(self.native.url, person.token)
