package dev.roster.http.api;

import dev.roster.application.credential.LogIn;
import dev.roster.domain.credential.Session;
import dev.roster.http.web.Shape;

/** A session that was just opened, whose it is, and the key that opens it, shown once. */
record OpenedJson(String key, SessionJson session, UserJson user) {
    static final Shape<OpenedJson> SHAPE = Shape.of(OpenedJson.class);

    static OpenedJson of(LogIn.Opened opened) {
        Session session = opened.session();
        return new OpenedJson(opened.key().reveal(), SessionJson.of(session, session.id()), UserJson.of(opened.user()));
    }
}
