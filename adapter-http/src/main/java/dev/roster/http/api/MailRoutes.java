package dev.roster.http.api;

import dev.roster.application.mail.SendTestMail;
import dev.roster.application.mail.ShowMail;
import dev.roster.application.port.Outbox;
import dev.roster.domain.user.EmailAddress;
import dev.roster.http.web.Call;
import dev.roster.http.web.JsonObject;
import dev.roster.http.web.RouteGroup;
import dev.roster.http.web.Routes;
import dev.roster.http.web.Shape;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where mails go, and whether they arrive. */
final class MailRoutes implements RouteGroup {
    private record StandingJson(
            String destination,
            boolean keepsFiles,
            long waiting,
            @Nullable Instant oldest,
            long givenUp,
            @Nullable String lastFailure) {
        static StandingJson of(ShowMail.Standing standing) {
            Outbox.Backlog backlog = standing.backlog();
            return new StandingJson(
                    standing.destination(),
                    standing.keepsFiles(),
                    backlog.waiting(),
                    backlog.oldest(),
                    backlog.givenUp(),
                    backlog.lastFailure());
        }
    }

    private record SentJson(String destination) {}

    private static final Shape<StandingJson> STANDING = Shape.of(StandingJson.class);
    private static final Shape<SentJson> SENT = Shape.of(SentJson.class);

    private final ShowMail showMail;
    private final SendTestMail sendTestMail;

    @Inject
    MailRoutes(ShowMail showMail, SendTestMail sendTestMail) {
        this.showMail = showMail;
        this.sendTestMail = sendTestMail;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/mail", this::show);
        routes.post("/mail/test", this::test);
    }

    private void show(Call call) {
        call.answer(STANDING, StandingJson.of(showMail.handle(call.caller())));
    }

    private void test(Call call) {
        JsonObject body = call.body("address");
        EmailAddress address = body.require("address", EmailAddress::new);
        call.answer(SENT, new SentJson(sendTestMail.handle(call.caller(), address)));
    }
}
