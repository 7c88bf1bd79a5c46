package dev.roster.domain.credential;

/** The form of a random user token. The interface chooses it for its clients. */
public enum TokenForm {
    /** {@code rut_} and 256 random bits in URL-safe base64. */
    USUAL,
    /** 160 random bits as 40 lower-case hexadecimal digits. */
    HEX40
}
