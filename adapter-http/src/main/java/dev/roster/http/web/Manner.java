package dev.roster.http.web;

/** How dialects can differ, besides their routes and words. */
public enum Manner {
    /** A query parameter that a route does not know is refused, rather than passed over. */
    REFUSES_UNKNOWN_PARAMETERS,

    /** {@code If-Match} and its kin decide whether a request is carried out. */
    HONOURS_CONDITIONS,

    /** A client whose {@code Accept} leaves the answer out is refused. Refusals themselves never depend on it. */
    NEGOTIATES,

    /** Requests may say how old an answer may be, and answers to changes say what is as new as they are. */
    KNOWS_FRESHNESS,

    /** The body is read before the caller is authenticated: invalid JSON is reported to all callers. */
    READS_THE_BODY_FIRST,

    /** Slashes in a row are one in a path. */
    MERGES_SLASHES,

    /** What may be tried again says when, in {@code Retry-After}. */
    SAYS_WHEN_TO_RETRY,

    /** {@code OPTIONS} is among the methods that a 405 allows. */
    ALLOWS_OPTIONS
}
