package dev.roster.cli.credential;

import dev.roster.application.credential.EndSession;
import dev.roster.application.credential.ListSessions;
import dev.roster.cli.terminal.ColumnOptions;
import dev.roster.cli.terminal.Counted;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.domain.user.User;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "sessions",
        header = "List and end the sessions of users.",
        footer = {"", "Examples:", "  roster sessions list ada", "  roster sessions end-all ada"})
public final class SessionsCommand {
    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ListSessions> listSessions;
    private final Provider<EndSession> endSession;

    @Inject
    SessionsCommand(
            Operator operator,
            Names names,
            Output output,
            Provider<ListSessions> listSessions,
            Provider<EndSession> endSession) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.listSessions = listSessions;
        this.endSession = endSession;
    }

    @Command(header = "List a user's active sessions, newest first.")
    void list(
            @Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user,
            @Mixin ColumnOptions columns) {
        output.list(Layouts.SESSION, columns, sessionsOf(names.user(user)));
    }

    @Command(header = "End one session at once.")
    void end(@Parameters(paramLabel = "SESSION", description = "The session's id.") SessionId session) {
        endSession.get().handle(operator.caller(), session);
        output.say("ended session `" + session + "`");
    }

    @Command(name = "end-all", header = "End all sessions of a user at once.")
    void endAll(@Parameters(paramLabel = "USER", description = "Username, e-mail address or id.") String user) {
        User found = names.user(user);
        List<Session> sessions = sessionsOf(found);
        sessions.forEach(session -> endSession.get().handle(operator.caller(), session.id()));
        output.say("ended " + Counted.of(sessions.size(), "session") + " of `" + found.username() + "`");
    }

    private List<Session> sessionsOf(User user) {
        return listSessions.get().handle(operator.caller(), user.id());
    }
}
