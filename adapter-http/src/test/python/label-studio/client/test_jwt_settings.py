"""Which tokens an organization takes (wire contract §1.2, §4.4, §11 line 3)."""

import pytest
from label_studio_sdk.core.api_error import ApiError


def refused(call, status):
    with pytest.raises(ApiError) as refusal:
        call()
    assert refusal.value.status_code == status, refusal.value.body


def test_both_kinds_are_taken_unless_somebody_says_otherwise(client):
    settings = client.jwt_settings.get()

    assert settings.api_tokens_enabled is True
    assert settings.legacy_api_tokens_enabled is True


def test_members_do_not_change_them(world, kind):
    ivo = world.client(world.person(), kind)

    refused(lambda: ivo.jwt_settings.update(api_token_ttl_days=30, api_tokens_enabled=False), 403)


@pytest.mark.parametrize("pats, legacy", [(True, False), (False, True), (False, False)])
def test_03_what_is_switched_off_is_unauthorized(world, pats, legacy):
    ivo = world.manager()
    world.elsewhere(ivo)
    by_token, by_pat = world.client(ivo), world.client(ivo, "sync-pat")
    by_token.users.whoami()
    by_pat.users.whoami()

    settings = by_token.jwt_settings.update(
        api_token_ttl_days=30, api_tokens_enabled=pats, legacy_api_tokens_enabled=legacy
    )

    assert (settings.api_tokens_enabled, settings.legacy_api_tokens_enabled) == (pats, legacy)
    for client, taken in ((by_token, legacy), (by_pat, pats)):
        if taken:
            assert client.jwt_settings.get().api_token_ttl_days == 30
        else:
            refused(client.users.whoami, 401)
