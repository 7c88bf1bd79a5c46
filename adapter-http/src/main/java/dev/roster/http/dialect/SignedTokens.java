package dev.roster.http.dialect;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.roster.application.Now;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens that say something, signed for one use: JWT by HS256 (RFC 7519, RFC 7515). What they claim is the dialect's to say.
 * The same claims with the same end are written the same way each time: {@code exp} first, then as they come.
 */
public final class SignedTokens {
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);
    private static final int MOST_PARTS = 3;

    private final TokenKeys keys;
    private final String use;
    private final Now now;

    public SignedTokens(TokenKeys keys, String use, Now now) {
        this.keys = keys;
        this.use = use;
        this.now = now;
    }

    /** @param end from when on it is read no more, cut to seconds */
    public String issue(Map<String, Object> claims, Instant end) {
        JWSObject token = new JWSObject(HEADER, payload(claims, end));
        try {
            token.sign(new MACSigner(keys.of(use)));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException("a token cannot be signed", broken);
        }
    }

    /** What {@link #issue} writes before the signature: two parts with a full stop between them, which open nothing. */
    public static String unsigned(Map<String, Object> claims, Instant end) {
        return HEADER.toBase64URL() + "." + payload(claims, end).toBase64URL();
    }

    private static Payload payload(Map<String, Object> claims, Instant end) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("exp", end.getEpochSecond());
        said.putAll(claims);
        return new Payload(JSONObjectUtils.toJSONString(said));
    }

    /**
     * What a text of two or three parts claims, without checking its signature: never use it to authenticate. Empty for any
     * other text.
     */
    public static Optional<Map<String, Object>> claimed(String text) {
        String[] parts = text.split("\\.", MOST_PARTS + 1);
        if (parts.length < MOST_PARTS - 1 || parts.length > MOST_PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSONObjectUtils.parse(new Base64URL(parts[1]).decodeToString()));
        } catch (ParseException malformed) {
            return Optional.empty();
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
