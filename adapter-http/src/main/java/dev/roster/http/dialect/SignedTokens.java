package dev.roster.http.dialect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.roster.application.Now;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/** Tokens that say something, signed for one use: JWT by HS256. What they claim is the dialect's to say. */
public final class SignedTokens {
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

    private final TokenKeys keys;
    private final String use;
    private final Now now;

    public SignedTokens(TokenKeys keys, String use, Now now) {
        this.keys = keys;
        this.use = use;
        this.now = now;
    }

    /** @param end from when on it is read no more */
    public String issue(Map<String, Object> claims, Instant end) {
        JWTClaimsSet.Builder said = new JWTClaimsSet.Builder();
        claims.forEach(said::claim);
        SignedJWT token =
                new SignedJWT(HEADER, said.expirationTime(Date.from(end)).build());
        try {
            token.sign(new MACSigner(keys.of(use)));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("a token cannot be signed", broken);
        }
    }

    /** What it claims; empty for a token that is malformed, not signed here for this use, or over. */
    public Optional<Map<String, Object>> read(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            return isGenuine(token) && isAlive(token.getJWTClaimsSet())
                    ? Optional.of(token.getJWTClaimsSet().getClaims())
                    : Optional.empty();
        } catch (ParseException | JOSEException malformed) {
            return Optional.empty();
        }
    }

    private boolean isGenuine(SignedJWT token) throws JOSEException {
        return token.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                && token.verify(new MACVerifier(keys.of(use)));
    }

    private boolean isAlive(JWTClaimsSet claims) {
        Date end = claims.getExpirationTime();
        return end != null && now.get().isBefore(end.toInstant());
    }
}
