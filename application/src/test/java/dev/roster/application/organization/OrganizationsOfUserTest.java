package dev.roster.application.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.scenario.UseCases;
import dev.roster.domain.RefusedException;
import dev.roster.domain.RefusedException.Kind;
import dev.roster.domain.audit.Door;
import dev.roster.domain.organization.Organization;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganizationsOfUserTest {
    private static final Origin ORIGIN = Origin.of(Door.CLI);

    private final Fakes fakes = new Fakes();
    private final Ports ports = fakes.ports();
    private final UseCases useCases = UseCases.over(ports, fakes.clock());
    private final Given given = new Given(ports);
    private final Organization home = given.organization();
    private final Organization acme = given.organization("acme");
    private final GivenUser ana = given.user("ana").in(acme);

    @Test
    void operatorSeesWhereSomebodyBelongs() {
        given.user("bob").in(home);

        assertThat(of(Caller.operator("root", ORIGIN), ana)).containsExactly(acme);
    }

    @Test
    void everyoneSeesTheirOwn() {
        assertThat(of(Caller.user(ana.user(), ORIGIN), ana)).containsExactly(acme);
    }

    @Test
    void othersSeeNothing() {
        Caller bob = Caller.user(given.user("bob").in(home).user(), ORIGIN);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> of(bob, ana))
                .returns(Kind.FORBIDDEN, RefusedException::kind);
    }

    private List<Organization> of(Caller caller, GivenUser user) {
        return useCases.get(ListOrganizations.class)
                .of(caller, user.id(), PageRequest.first())
                .items();
    }
}
