package dev.roster.http.argilla;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.roster.application.Now;
import dev.roster.application.credential.LogIn;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.text.Uuids;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * The tokens of people who logged in: JWT by HS256 with the claims of the original. What counts is the user's id and a
 * session of Roster's behind it, so that a token ends with its user, with their password, and when they end the session.
 */
final class LoginTokens {
    /** What a token says that counts. */
    record Content(UserId user, SessionId session) {}

    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);
    private static final String IDENTITY = "identity";
    private static final String SESSION = "session";

    private final TokenSigningKey key;
    private final Now now;

    @Inject
    LoginTokens(TokenSigningKey key, Now now) {
        this.key = key;
        this.now = now;
    }

    /** @param role what the user is shown as */
    String issue(LogIn.Opened opened, ArgillaRole role) {
        Instant end = now.get().plus(LIFETIME);
        Instant sessionEnd = opened.session().endsAt();
        User user = opened.user();
        SignedJWT token = new SignedJWT(
                HEADER,
                new JWTClaimsSet.Builder()
                        .claim(IDENTITY, user.id().toString())
                        .claim("name", user.profile().firstName().value())
                        .claim("username", user.username().value())
                        .claim("role", role.word())
                        .claim(SESSION, opened.session().id().toString())
                        .expirationTime(Date.from(end.isBefore(sessionEnd) ? end : sessionEnd))
                        .build());
        try {
            token.sign(new MACSigner(key.bytes()));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("a login token cannot be signed", broken);
        }
    }

    /** Empty for a token that is malformed, not signed by this installation, or over. */
    Optional<Content> read(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            return isGenuine(token) ? content(token.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException malformed) {
            return Optional.empty();
        }
    }

    private boolean isGenuine(SignedJWT token) throws JOSEException {
        return token.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                && token.verify(new MACVerifier(key.bytes()));
    }

    private Optional<Content> content(JWTClaimsSet claims) throws ParseException {
        Date end = claims.getExpirationTime();
        String user = claims.getStringClaim(IDENTITY);
        String session = claims.getStringClaim(SESSION);
        if (end == null || !now.get().isBefore(end.toInstant()) || !isId(user) || !isId(session)) {
            return Optional.empty();
        }
        return Optional.of(new Content(UserId.parse(user), new SessionId(Uuids.parse(SESSION, session))));
    }

    private static boolean isId(String text) {
        return text != null && Uuids.isUuid(text);
    }
}
