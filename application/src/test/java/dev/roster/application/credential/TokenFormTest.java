package dev.roster.application.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.user.CreateUser;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.TokenForm;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.Username;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Doors give user tokens of the form that their clients expect. */
class TokenFormTest {
    private static final String USUAL = "rut_[A-Za-z0-9_-]{43}";
    private static final String HEX40 = "[0-9a-f]{40}";

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final Given given = new Given(ports);
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final GivenUser olga = given.owner("olga").token("token-of-olga");

    @BeforeEach
    void start() {
        given.organization();
    }

    @Test
    void newAccountGetsATokenOfTheFormOfTheDoor() {
        CreateUser.Command ana = CreateUser.Command.named(new Username("ana"));

        CreateUser.Created created =
                useCases.get(CreateUser.class).handle(caller(), ana.withTokenForm(TokenForm.HEX40));

        assertThat(created.token().reveal()).matches(HEX40);
        assertOpensFor(created.user().username(), created.token());
        CreateUser.Command bob = CreateUser.Command.named(new Username("bob"));
        assertThat(useCases.get(CreateUser.class).handle(caller(), bob).token().reveal())
                .matches(USUAL);
    }

    @Test
    void renewedTokenHasTheFormOfTheDoor() {
        UserToken first = renew(RenewToken.Command.own().withForm(TokenForm.HEX40));
        UserToken second = renew(RenewToken.Command.own().withForm(TokenForm.HEX40));

        assertThat(first.reveal()).matches(HEX40).isNotEqualTo(second.reveal());
        assertThat(ports.bearers().find(first.digest())).isEmpty();
        assertOpensFor(new Username("olga"), second);
        assertThat(renew(RenewToken.Command.own()).reveal()).matches(USUAL);
    }

    @Test
    void chosenTokenStaysAsItWasChosen() {
        RenewToken.Command command = RenewToken.Command.own()
                .withUser(olga.id())
                .withForm(TokenForm.HEX40)
                .withChosen(UserToken.of("chosen-by-the-operator"));

        UserToken token = useCases.get(RenewToken.class).handle(Caller.operator("root", Origin.of(Door.CLI)), command);

        assertThat(token.reveal()).isEqualTo("chosen-by-the-operator");
    }

    private UserToken renew(RenewToken.Command command) {
        return useCases.get(RenewToken.class).handle(caller(), command);
    }

    private void assertOpensFor(Username username, UserToken token) {
        assertThat(ports.bearers().find(token.digest()))
                .hasValueSatisfying(found -> assertThat(found.user().username()).isEqualTo(username));
    }

    private Caller caller() {
        return Caller.user(olga.user(), Origin.of(Door.API));
    }
}
