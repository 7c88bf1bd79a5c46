"""The people and places one test makes."""

import secrets
import uuid
from dataclasses import dataclass

from arize.organizations.types import PredefinedOrgRole
from arize.spaces.types import PredefinedSpaceRole
from arize.users.types import PredefinedUserRole

from ids import encode, native_id
from wire import Wire, expect
from words import say

PASSWORD = "correct-horse-battery"
# What lets read and change a project, which is a dataset to the native API.
READING = ("PROJECT_READ", "DATASET_READ")
CHANGING = ("PROJECT_UPDATE", "DATASET_UPDATE")


@dataclass(frozen=True)
class Person:
    """Somebody who is active and has a key."""

    id: str
    native_id: str
    email: str
    key: str
    client: object


class World:
    """Makes what a test needs, under names nobody else uses, and takes it away again."""

    def __init__(self, owner, native, client, connect):
        self.owner = owner
        self.native = native
        self.client = client
        self.tag = "t" + uuid.uuid4().hex[:10]
        self.domain = f"{self.tag}.example"
        self._connect = connect
        self._count = 0
        self._wires = []

    def name(self, stem="Thing"):
        self._count += 1
        return f"{stem} {self.tag} {self._count}"

    def email(self, stem="ada"):
        self._count += 1
        return f"{stem}-{self._count}@{self.domain}"

    def user(self, role="MEMBER", mode="NONE", **fields):
        """A user as the SDK creates one."""
        fields = {"name": self.name("Ada"), "email": self.email(), **fields}
        return self.client.users.create(role=PredefinedUserRole(name=say(role)), invite_mode=say(mode), **fields)

    def person(self, role="member", developer=True):
        """An active user with a password and a key. `role` is a name or id at the native API."""
        email, key = self.email("ivo"), secrets.token_hex(20)
        body = {"username": email, "email": email, "display_name": self.name("Ivo"), "role": role}
        body |= {"password": PASSWORD, "user_token": key, "developer": developer}
        made = expect(201, self.native.post("/v1/users", body))
        return Person(encode("User", made["id"]), made["id"], email, key, self._connect(key))

    def temporary(self, **fields):
        """A user with a temporary password: the whole answer, which the SDK does not show, and the password."""
        body = {"name": self.name("Ada"), "email": self.email(), "role": predefined("MEMBER")}
        body |= {"invite_mode": say("TEMPORARY_PASSWORD"), **fields}
        made = expect(201, self.owner.post("/v2/users", body))
        return made, made["temporary_password"]

    def choose_password(self, email, temporary, password=PASSWORD):
        body = {"login": email, "temporary_password": temporary, "password": password}
        return expect(201, self.native.post("/v1/sessions/temporary-password", body))

    def organization(self, *members, role="MEMBER", **fields):
        organization = self.client.organizations.create(**{"name": self.name("Research"), **fields})
        for member in members:
            self.enroll(organization, member, role)
        return organization

    def space(self, organization=None, *members, role="MEMBER", **fields):
        """A space. Its members join the organization, too, which the contract asks for."""
        organization = organization or self.organization()
        fields = {"name": self.name("Prod"), **fields}
        space = self.client.spaces.create(organization_id=organization.id, **fields)
        for member in members:
            self.enroll(organization, member)
            self.join(space, member, role)
        return space

    def enroll(self, organization, user, role="MEMBER"):
        role = PredefinedOrgRole(name=say(role))
        return self.client.organizations.add_user(organization=organization.id, user_id=user.id, role=role)

    def join(self, space, user, role="MEMBER"):
        role = PredefinedSpaceRole(name=say(role))
        return self.client.spaces.add_user(space=space.id, user_id=user.id, role=role)

    def role(self, *permissions, **fields):
        permissions = list(permissions or ["DATASET_READ"])
        return self.client.roles.create(**{"name": self.name("Role"), "permissions": permissions, **fields})

    def native_role(self, *permissions):
        """The id at the native API of a role that may hold what Arize has no word for."""
        body = {"name": self.name("Role"), "permissions": list(permissions)}
        return expect(201, self.native.post("/v1/roles", body))["id"]

    def permissions_of(self, role):
        """What a role holds, at the native API."""
        roles = expect(200, self.native.get("/v1/roles", limit=1000))["items"]
        return next(found["permissions"] for found in roles if found["name"] == role)

    def leave_default_organization(self, person):
        """Everybody starts in it, and members see its people."""
        (default,) = expect(200, self.native.get("/v1/organizations", name="default"))["items"]
        path = f"/v1/organizations/{default['id']}/members/{person.native_id}"
        expect(204, self.native.request("DELETE", path))

    def project(self, space):
        """The id of a project: a dataset, which the SDK knows nothing about."""
        body = {"workspace_id": native_id(space.id), "name": f"set-{uuid.uuid4().hex[:8]}"}
        return encode("Project", expect(201, self.native.post("/v1/datasets", body))["id"])

    def may(self, user, permission, project):
        """Whether the user may do that to a project."""
        target = {"kind": "dataset", "id": native_id(project)}
        body = {"user_id": native_id(user.id), "questions": [{"permission": permission, "target": target}]}
        return expect(200, self.native.post("/v1/decisions", body))["items"][0]["allowed"]

    def wire(self, key=None, **options):
        wire = Wire(self.owner.url, key, **options)
        self._wires.append(wire)
        return wire

    def clear(self):
        for wire in self._wires:
            wire.__exit__()
        # Spaces go with their organization. Roles come last; one that a deleted user still holds stays.
        for plural, field, query in (
            ("organizations", "name", {"name": self.tag}),
            ("users", "email", {"email": self.domain}),
            ("roles", "name", {"is_predefined": "false"}),
        ):
            for item in self._every(plural, **query):
                if self.tag in item[field].lower():
                    gone = self.owner.delete(f"/v2/{plural}/{item['id'].replace('=', '%3D')}")
                    assert gone.status_code == 204 or plural == "roles", gone.text

    def _every(self, plural, **query):
        items, cursor = [], {}
        while True:
            page = expect(200, self.owner.get(f"/v2/{plural}", limit=100, **query, **cursor))
            items += page[plural]
            if not page["pagination"]["has_more"]:
                return items
            cursor = {"cursor": page["pagination"]["next_cursor"]}


def predefined(name):
    return {"type": say("PREDEFINED"), "name": say(name)}


def custom(role_id):
    return {"type": say("CUSTOM"), "id": role_id}
