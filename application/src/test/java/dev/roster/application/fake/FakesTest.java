package dev.roster.application.fake;

import dev.roster.application.contract.IdsContract;
import dev.roster.application.contract.MailCarrierContract;
import dev.roster.application.contract.PasswordHasherContract;
import dev.roster.application.contract.PicturesContract;
import dev.roster.application.contract.SealerContract;
import dev.roster.application.contract.SecretSourceContract;
import dev.roster.application.contract.StoreContracts;
import dev.roster.application.contract.TokenVaultContract;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Ids;
import dev.roster.application.port.MailCarrier;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Pictures;
import dev.roster.application.port.Sealer;
import dev.roster.application.port.SecretSource;
import dev.roster.application.port.TokenVault;
import org.junit.jupiter.api.Nested;

class FakesTest extends StoreContracts {
    @Override
    protected Ports emptyStore() {
        return new Fakes().ports();
    }

    @Nested
    class FastPasswordHasherFake implements PasswordHasherContract {
        @Override
        public PasswordHasher passwordHasher() {
            return new FastPasswordHasher();
        }
    }

    @Nested
    class PngPicturesFake implements PicturesContract {
        @Override
        public Pictures pictures() {
            return new PngPictures();
        }
    }

    @Nested
    class ReversingTokenVaultFake implements TokenVaultContract {
        @Override
        public TokenVault tokenVault() {
            return new ReversingTokenVault();
        }
    }

    @Nested
    class ReversingSealerFake implements SealerContract {
        @Override
        public Sealer sealer() {
            return new ReversingSealer();
        }
    }

    @Nested
    class RememberingCarrierFake implements MailCarrierContract {
        @Override
        public MailCarrier mailCarrier() {
            return new RememberingCarrier();
        }
    }

    @Nested
    class PredictableSecretsFake implements SecretSourceContract {
        @Override
        public SecretSource secretSource() {
            return new PredictableSecrets();
        }
    }

    @Nested
    class CountingIdsFake implements IdsContract {
        @Override
        public Ids ids() {
            return new CountingIds();
        }
    }
}
