package dev.roster.persistence.secret;

import dev.roster.application.contract.SecretSourceContract;
import dev.roster.application.port.SecretSource;

class RandomSecretsTest implements SecretSourceContract {
    @Override
    public SecretSource secretSource() {
        return new RandomSecrets();
    }
}
