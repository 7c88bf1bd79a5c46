"""Service keys, which releases before 8.41 ask for in another shape."""

from arize.api_keys import types
from arize.users.types import PredefinedUserRoleAssignment, UserRoleAssignment

from words import NESTED_SERVICE_KEYS, say


def create_service_key(client, name, organization, space, *, roles=(), **options):
    """A key for one space. `roles` is any of `account`, `organization` and `space` with the word of a role."""
    if NESTED_SERVICE_KEYS:
        return client.api_keys.create_service_key(name=name, **nested(organization, space, dict(roles)), **options)
    return client.api_keys.create_service_key(name=name, space=space.id, **flat(dict(roles)), **options)


def nested(organization, space, roles):
    in_space = types.SpaceBinding(
        space=space.id, role=assigned(roles, "space", "SpaceRoleAssignment", "PredefinedRoleAssignment")
    )
    in_organization = types.OrgBinding(
        org_id=organization.id,
        spaces=[in_space],
        role=assigned(roles, "organization", "OrganizationRoleAssignment", "OrganizationPredefinedRoleAssignment"),
    )
    return {"orgs": [in_organization], "account_role": account_role(roles)}


def assigned(roles, place, assignment, predefined):
    if place not in roles:
        return None
    role = getattr(types, predefined)(type="PREDEFINED", name=roles[place])
    return getattr(types, assignment)(role)


def account_role(roles):
    if "account" not in roles:
        return None
    return UserRoleAssignment(PredefinedUserRoleAssignment(type="PREDEFINED", name=roles["account"]))


def flat(roles):
    names = {"account": "account_role", "organization": "org_role", "space": "space_role"}
    return {names[place]: say(role) for place, role in roles.items()}
