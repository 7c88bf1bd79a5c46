package dev.roster.application.fake;

import dev.roster.application.port.KeyCustody.NextKey;
import dev.roster.application.port.Sealer;
import dev.roster.application.port.TokenVault;
import dev.roster.domain.audit.Signing;
import dev.roster.domain.credential.SecretDigest;
import java.util.HexFormat;

/** A key of which everything follows that depends on one, from its name. */
record KeyFake(String name) implements NextKey {
    @Override
    public String fingerprint() {
        return SecretDigest.of("fingerprint of " + name).hex();
    }

    @Override
    public Signing signing() {
        return bytes ->
                SecretDigest.of(name + " " + HexFormat.of().formatHex(bytes)).hex();
    }

    @Override
    public Sealer sealer() {
        return new ReversingSealer(name);
    }

    @Override
    public TokenVault vault() {
        return new ReversingTokenVault(name);
    }
}
