package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.audit.Door;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.user.UserId;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whose keys somebody is offered to make and to end. */
class AskKeysTest {
    private final Fakes fakes = new Fakes();
    private final Given given = new Given(fakes.ports());
    private final AskKeys ask = UseCases.over(fakes.ports(), fakes.clock()).get(AskKeys.class);

    private Map<UserId, AskKeys.Answer> ask(GivenUser actor, GivenUser... accounts) {
        Caller caller = Caller.user(actor.user(), Origin.of(Door.CONSOLE));
        return ask.handle(caller, Set.of(accounts).stream().map(GivenUser::user).collect(Collectors.toSet()));
    }

    @Test
    void makersAndOwnersMakeThemAndManagersEndThem() {
        GivenUser olga = given.owner("olga");
        GivenUser mona = given.user("mona").in("legal", PredefinedRole.MANAGER);
        GivenUser mia = given.user("mia").in("legal", PredefinedRole.MANAGER);
        GivenUser max = given.user("max").in("other", PredefinedRole.MANAGER);
        GivenUser crawler = given.user("crawler").serviceOf(mona).in("legal", PredefinedRole.VIEWER);

        assertThat(ask(mona, crawler)).containsEntry(crawler.id(), new AskKeys.Answer(true, true));
        assertThat(ask(olga, crawler)).containsEntry(crawler.id(), new AskKeys.Answer(true, true));
        assertThat(ask(mia, crawler)).containsEntry(crawler.id(), new AskKeys.Answer(false, true));
        assertThat(ask(max, crawler)).containsEntry(crawler.id(), new AskKeys.Answer(false, false));
    }

    @Test
    void peopleAreNotWhatItIsAbout() {
        GivenUser olga = given.owner("olga");

        assertThat(ask(olga, olga)).isEmpty();
    }
}
