package dev.roster.domain.credential;

/** What a random user token looks like. The door chooses it for its clients; clients have no say in it. */
public enum TokenForm {
    /** {@code rut_} and 256 random bits in URL-safe base64. */
    USUAL,
    /** 160 random bits as 40 lower-case hexadecimal digits. */
    HEX40
}
