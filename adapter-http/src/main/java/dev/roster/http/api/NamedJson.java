package dev.roster.http.api;

import java.util.UUID;

/** Something by its id and what it is called. */
record NamedJson(UUID id, String name) {}
