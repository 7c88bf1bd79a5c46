package dev.roster.http.console;

import dev.roster.application.credential.EndSession;
import dev.roster.application.credential.ListSessions;
import dev.roster.domain.RefusedException;
import dev.roster.domain.credential.Session;
import dev.roster.domain.credential.SessionId;
import dev.roster.http.console.view.ConfirmView;
import dev.roster.http.console.view.ConfirmView.Said;
import dev.roster.http.console.view.DeviceView;
import dev.roster.http.web.Call;
import dev.roster.http.web.MediaTypes;
import dev.roster.http.web.Routes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Ends one's own sessions, one or all but this. */
final class AccountSessionPages implements ConsolePages {
    static final String PATH = AccountPages.PATH + "/sessions";

    private static final String END = PATH + "/{session}/end";
    private static final String END_OTHERS = PATH + "/end-others";

    private final ListSessions listSessions;
    private final EndSession endSession;
    private final Screens screens;

    @Inject
    AccountSessionPages(ListSessions listSessions, EndSession endSession, Screens screens) {
        this.listSessions = listSessions;
        this.endSession = endSession;
        this.screens = screens;
    }

    @Override
    public void register(Routes routes) {
        routes.get(END_OTHERS, call -> screens.show(call, othersAsked())).producing(MediaTypes.HTML);
        routes.post(END_OTHERS, this::endOthers).producing(MediaTypes.HTML);
        routes.get(END, call -> screens.show(call, asked(session(call)))).producing(MediaTypes.HTML);
        routes.post(END, this::end).producing(MediaTypes.HTML);
    }

    /** Those of others are not there. */
    private Session session(Call call) {
        SessionId id = call.path("session", SessionId::parse);
        return listSessions.handle(call.caller(), null).stream()
                .filter(session -> session.id().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("session", id));
    }

    private static ConfirmView othersAsked() {
        return asked("session.others.", List.of());
    }

    private static ConfirmView asked(Session session) {
        DeviceView device = Devices.shown(session.agent());
        return asked(
                "session.end.",
                List.of(
                        new Said(device.text(), device.parts()),
                        Said.of("session.end.from", Objects.requireNonNullElse(session.address(), "–"))));
    }

    private static ConfirmView asked(String words, List<Said> about) {
        return new ConfirmView(
                words + "title",
                List.of(),
                Stream.concat(about.stream(), Stream.of(Said.of(words + "lead")))
                        .toList(),
                List.of(),
                words + "button",
                AccountPages.PAGE);
    }

    /** With this session the browser is logged out. */
    private void end(Call call) {
        Session session = session(call);
        endSession.handle(call.caller(), session.id());
        screens.moveOn(call, AccountPages.PAGE, "session.ended");
    }

    private void endOthers(Call call) {
        endSession.allOthers(call.caller());
        screens.moveOn(call, AccountPages.PAGE, "session.others-ended");
    }
}
