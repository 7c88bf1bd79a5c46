package dev.roster.http.web;

import java.io.IOException;

/** The client closed the connection while its answer was sent. There is no one to answer, and nothing is wrong here. */
public final class ClientGoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClientGoneException(IOException cause) {
        super("the client hung up", cause);
    }
}
