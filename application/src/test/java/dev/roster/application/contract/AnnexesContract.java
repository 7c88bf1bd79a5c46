package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Annexes;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.organization.OrganizationId;
import dev.roster.domain.user.UserId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of {@link Annexes} must do, whatever the annexes lie beside. */
public interface AnnexesContract extends StoreContract {
    @ParameterizedTest
    @EnumSource(AnnexOwner.Kind.class)
    default void anAddedAnnexComesBackAsItWas(AnnexOwner.Kind kind) {
        Ports ports = ports();
        AnnexOwner owner = owner(ports, kind, "contracts");
        Annex wanted = annex(owner, "argilla:field", "text", "{\"ü\":[0.10,\"\\u0000\"]}");

        Annex added = ports.annexes().add(wanted).orElseThrow();

        assertThat(added.number()).isPositive();
        assertThat(added).isEqualTo(wanted.withNumber(added.number()));
        assertThat(ports.annexes().of(owner, "argilla:field")).containsExactly(added);
    }

    @ParameterizedTest
    @EnumSource(AnnexOwner.Kind.class)
    default void addingTheSameKeyTwiceChangesNothing(AnnexOwner.Kind kind) {
        Ports ports = ports();
        AnnexOwner owner = owner(ports, kind, "contracts");
        Annex first =
                ports.annexes().add(annex(owner, "argilla:field", "text", "1")).orElseThrow();

        assertThat(ports.annexes().add(annex(owner, "argilla:field", "text", "2")))
                .isEmpty();
        assertThat(ports.annexes().of(owner, "argilla:field")).containsExactly(first);
    }

    @ParameterizedTest
    @EnumSource(AnnexOwner.Kind.class)
    default void keysDifferByCaseKindAndOwner(AnnexOwner.Kind kind) {
        Ports ports = ports();
        AnnexOwner contracts = owner(ports, kind, "contracts");
        AnnexOwner letters = owner(ports, kind, "letters");

        assertThat(ports.annexes().add(annex(contracts, "argilla:field", "text", "1")))
                .isPresent();
        assertThat(ports.annexes().add(annex(contracts, "argilla:field", "Text", "2")))
                .isPresent();
        assertThat(ports.annexes().add(annex(contracts, "argilla:question", "text", "3")))
                .isPresent();
        assertThat(ports.annexes().add(annex(letters, "argilla:field", "text", "4")))
                .isPresent();
        assertThat(contents(ports, contracts, "argilla:field")).containsExactly("1", "2");
        assertThat(ports.annexes().count(contracts, "argilla:field")).isEqualTo(2);
        assertThat(ports.annexes().count(contracts, "argilla:setting")).isZero();
    }

    @ParameterizedTest
    @EnumSource(AnnexOwner.Kind.class)
    default void aReplacedAnnexKeepsItsPlace(AnnexOwner.Kind kind) {
        Ports ports = ports();
        AnnexOwner owner = owner(ports, kind, "contracts");
        ports.annexes().put(annex(owner, "argilla:setting", "first", "1"));
        ports.annexes().put(annex(owner, "argilla:setting", "second", "2"));

        ports.annexes().put(new Annex(owner, 0, "argilla:setting", "first", "3", THEN.plusSeconds(9)));

        assertThat(contents(ports, owner, "argilla:setting")).containsExactly("3", "2");
        assertThat(ports.annexes().of(owner, "argilla:setting"))
                .extracting(Annex::at)
                .containsExactly(THEN.plusSeconds(9), THEN);
    }

    @ParameterizedTest
    @EnumSource(AnnexOwner.Kind.class)
    default void annexesOfManyOwnersComeInOneAnswer(AnnexOwner.Kind kind) {
        Ports ports = ports();
        AnnexOwner contracts = owner(ports, kind, "contracts");
        AnnexOwner letters = owner(ports, kind, "letters");
        AnnexOwner other = owner(ports, kind, "other");
        ports.annexes().put(annex(contracts, "argilla:setting", "status", "1"));
        ports.annexes().put(annex(letters, "argilla:setting", "status", "2"));
        ports.annexes().put(annex(other, "argilla:setting", "status", "3"));

        assertThat(ports.annexes().of(Set.of(contracts, letters), "argilla:setting"))
                .extracting(Annex::json)
                .containsExactly("1", "2");
        assertThat(ports.annexes().of(Set.of(), "argilla:setting")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AnnexOwner.Kind.class)
    default void oneIsRemovedAndTheOthersStay(AnnexOwner.Kind kind) {
        Ports ports = ports();
        AnnexOwner owner = owner(ports, kind, "contracts");
        AnnexOwner letters = owner(ports, kind, "letters");
        ports.annexes().put(annex(owner, "argilla:setting", "first", "1"));
        ports.annexes().put(annex(owner, "argilla:setting", "second", "2"));
        ports.annexes().put(annex(owner, "argilla:field", "first", "3"));
        ports.annexes().put(annex(letters, "argilla:setting", "first", "4"));

        assertThat(ports.annexes().remove(owner, "argilla:setting", "first")).isTrue();
        assertThat(ports.annexes().remove(owner, "argilla:setting", "first")).isFalse();
        assertThat(ports.annexes().remove(owner, "argilla:setting", "SECOND")).isFalse();

        assertThat(contents(ports, owner, "argilla:setting")).containsExactly("2");
        assertThat(contents(ports, owner, "argilla:field")).containsExactly("3");
        assertThat(contents(ports, letters, "argilla:setting")).containsExactly("4");
    }

    /** The same id beside something else is another owner. */
    @Test
    default void kindsOfOwnersAreKeptApart() {
        Ports ports = ports();
        AnnexOwner ana = owner(ports, AnnexOwner.Kind.USER, "ana");
        AnnexOwner acme = owner(ports, AnnexOwner.Kind.ORGANIZATION, "acme");
        ports.annexes().put(annex(ana, "argilla:setting", "status", "1"));

        assertThat(ports.annexes().of(new AnnexOwner(AnnexOwner.Kind.ORGANIZATION, ana.id()), "argilla:setting"))
                .isEmpty();
        assertThat(ports.annexes().of(acme, "argilla:setting")).isEmpty();
    }

    @Test
    default void annexesGoWithTheirDataset() {
        Ports ports = ports();
        AnnexOwner contracts = owner(ports, AnnexOwner.Kind.DATASET, "contracts");
        ports.annexes().put(annex(contracts, "argilla:setting", "status", "1"));

        ports.datasets().remove(new DatasetId(contracts.id()));

        assertThat(ports.annexes().of(contracts, "argilla:setting")).isEmpty();
    }

    @Test
    default void annexesGoWithTheirOrganization() {
        Ports ports = ports();
        AnnexOwner acme = owner(ports, AnnexOwner.Kind.ORGANIZATION, "acme");
        AnnexOwner other = owner(ports, AnnexOwner.Kind.ORGANIZATION, "other");
        ports.annexes().put(annex(acme, "argilla:setting", "status", "1"));
        ports.annexes().put(annex(other, "argilla:setting", "status", "2"));

        ports.organizations().remove(new OrganizationId(acme.id()));

        assertThat(ports.annexes().of(acme, "argilla:setting")).isEmpty();
        assertThat(contents(ports, other, "argilla:setting")).containsExactly("2");
    }

    @Test
    default void allOfAUserAreRemovedTogether() {
        Ports ports = ports();
        AnnexOwner ana = owner(ports, AnnexOwner.Kind.USER, "ana");
        AnnexOwner bob = owner(ports, AnnexOwner.Kind.USER, "bob");
        ports.annexes().put(annex(ana, "argilla:setting", "status", "1"));
        ports.annexes().put(annex(ana, "argilla:field", "text", "2"));
        ports.annexes().put(annex(bob, "argilla:setting", "status", "3"));

        ports.annexes().removeAllOf(new UserId(ana.id()));

        assertThat(ports.annexes().of(ana, "argilla:setting")).isEmpty();
        assertThat(ports.annexes().of(ana, "argilla:field")).isEmpty();
        assertThat(contents(ports, bob, "argilla:setting")).containsExactly("3");
    }

    @Test
    default void ofManyPutAtOnceOneIsKeptWhole() throws InterruptedException, ExecutionException {
        Ports ports = ports();
        AnnexOwner ana = owner(ports, AnnexOwner.Kind.USER, "ana");
        List<String> texts = IntStream.range(0, 8)
                .mapToObj(at -> String.valueOf((char) ('a' + at)).repeat(1_000))
                .toList();

        Race.run(8, runner -> () -> ports.annexes().put(annex(ana, "argilla:setting", "status", texts.get(runner))));

        assertThat(contents(ports, ana, "argilla:setting")).hasSize(1).isSubsetOf(texts);
    }

    private static List<String> contents(Ports ports, AnnexOwner owner, String kind) {
        return ports.annexes().of(owner, kind).stream().map(Annex::json).toList();
    }

    private static AnnexOwner owner(Ports ports, AnnexOwner.Kind kind, String name) {
        Given given = new Given(ports);
        return switch (kind) {
            case DATASET ->
                AnnexOwner.of(given.dataset(name, given.workspace("legal")).id());
            case USER -> AnnexOwner.of(given.user(name).id());
            case ORGANIZATION -> AnnexOwner.of(given.organization(name).id());
        };
    }

    private static Annex annex(AnnexOwner owner, String kind, String key, String json) {
        return new Annex(owner, 0, kind, key, json, THEN);
    }
}
