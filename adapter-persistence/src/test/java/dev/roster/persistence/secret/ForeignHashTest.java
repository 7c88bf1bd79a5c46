package dev.roster.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.domain.credential.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that other systems made, which come with files. */
final class ForeignHashTest {
    private final Argon2Hasher hasher = new Argon2Hasher(new Argon2Parameters(64, 1, 1));

    /** Made with libxcrypt, with Python's hashlib in Django's way, and with the reference implementation of Argon2. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2a$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2",
                "$2b$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2",
                "$2y$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2",
                "pbkdf2_sha256$1000$seasalt1$mGZsXYeddruvpV7LGOAomgrwbzXUQO7dnc2UcTnZ4Zs=",
                "$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$fLt8E4+7dSflhjsop8bmjfO8MTJnuO5l4Q0XrDUBECY",
                "argon2$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHQ$fLt8E4+7dSflhjsop8bmjfO8MTJnuO5l4Q0XrDUBECY",
                "$argon2id$v=16$m=64,t=2,p=1$c29tZXNhbHQ$a1qh2wuNZy1aU/51Ua22Jrrpjokr3MT97Gbq8+8otvs",
                "$argon2i$v=19$m=64,t=2,p=1$c29tZXNhbHQ$rPOaHPMZGaOflei9yR2869ZvAWY4/cQr0uWPGgQia4U",
                "$argon2i$v=16$m=64,t=2,p=1$c29tZXNhbHQ$to9ApYOCO1mOnupCHG8+hTT2TtHwSvUqgsIld3ObyHY",
                "$argon2d$v=19$m=64,t=2,p=1$c29tZXNhbHQ$ANga7WVoUpuPm4vguHNcAHPBM05WlnJP2+5R2+q/vJs"
            })
    void aHashFromElsewhereMatchesItsPasswordOnly(String hash) {
        assertThat(hasher.objectionTo(hash)).isEmpty();
        assertThat(hasher.matches(Password.attempted("correct horse"), hash)).isTrue();
        assertThat(hasher.matches(Password.attempted("correct horsf"), hash)).isFalse();
        assertThat(hasher.matches(Password.attempted(""), hash)).isFalse();
        assertThat(hasher.matches(Password.attempted("x".repeat(100_000)), hash))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2b$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2",
                "pbkdf2_sha256$1000000$seasalt1$mGZsXYeddruvpV7LGOAomgrwbzXUQO7dnc2UcTnZ4Zs=",
                "$argon2id$v=16$m=64,t=2,p=1$c29tZXNhbHQ$a1qh2wuNZy1aU/51Ua22Jrrpjokr3MT97Gbq8+8otvs",
                "$argon2i$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$rPOaHPMZGaOflei9yR2869ZvAWY4/cQr0uWPGgQia4U"
            })
    void aHashFromElsewhereGivesWayAtTheNextLogIn(String hash) {
        assertThat(hasher.isOutdated(hash)).isTrue();
    }

    @Test
    void bcryptReadsUtf8AndSeventyTwoBytes() {
        assertThat(hasher.matches(
                        Password.attempted("пароль"), "$2b$04$abcdefghijklmnopqrstuuEcURSwic20Q66XyIAO.9pxf2gB7Z9F."))
                .isTrue();
        assertThat(hasher.matches(
                        Password.attempted("x".repeat(72) + "tail"),
                        "$2b$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '"',
            value = {
                "$2b$16$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2 \"a cost of 16, expected 4 to 15\"",
                "$2b$31$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2 \"a cost of 31\"",
                "$2b$03$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2 \"a cost of 3,\"",
                "$2x$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2 \"no password hash that Roster can check\"",
                "$2b$5$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2 \"no password hash\"",
                "pbkdf2_sha256$2000001$salt$mGZsXYeddruvpV7LGOAomgrwbzXUQO7dnc2UcTnZ4Zs= \"2000001 iterations, expected 1000\"",
                "pbkdf2_sha256$999$salt$mGZsXYeddruvpV7LGOAomgrwbzXUQO7dnc2UcTnZ4Zs= \"999 iterations\"",
                "pbkdf2_sha256$9999999999$salt$mGZsXYeddruvpV7LGOAomgrwbzXUQO7dnc2UcTnZ4Zs= \"no password hash\"",
                "pbkdf2_sha1$10000$salt$mGZsXYeddruvpV7LGOAomgrwbzXUQO7dnc2UcTnZ4Zs= \"no password hash\"",
                "$argon2d$v=19$m=99999999,t=1,p=1$c29tZXNhbHQ$fLt8E4+7dSflhjsop8bmjfO8MTJnuO5l4Q0XrDUBECY \"too much work\"",
                "$argon2i$v=19$m=65536,t=5,p=1$c29tZXNhbHQ$fLt8E4+7dSflhjsop8bmjfO8MTJnuO5l4Q0XrDUBECY \"too much work\"",
                "$argon2id$v=19$m=64,t=2,p=1$c2E$fLt8E4+7dSflhjsop8bmjfO8MTJnuO5l4Q0XrDUBECY \"too short or too long\"",
                "sha1$salt$0123456789abcdef \"no password hash\""
            })
    void aHashThatCostsTooMuchOrIsUnknownIsRefusedInWordsWithoutIt(String hash, String reason) {
        assertThat(hasher.objectionTo(hash))
                .get()
                .asString()
                .contains(reason)
                .doesNotContain(hash.substring(hash.lastIndexOf('$')));
    }
}
