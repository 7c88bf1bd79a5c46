package dev.roster.http;

import org.jspecify.annotations.Nullable;

/** What every exchange in every test must keep. */
final class Contract {
    private Contract() {}

    static void check(String method, String path, byte @Nullable [] body, TestServer.Answer answer) {}
}
