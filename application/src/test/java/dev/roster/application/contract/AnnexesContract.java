package dev.roster.application.contract;

import static dev.roster.application.given.Given.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.given.Given;
import dev.roster.application.given.Ports;
import dev.roster.application.port.Annexes;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAnnex;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Annexes} must do. */
public interface AnnexesContract extends StoreContract {
    @Test
    default void anAddedAnnexComesBackAsItWas() {
        Ports ports = ports();
        Dataset contracts = dataset(ports, "contracts");
        DatasetAnnex wanted = annex(contracts, "argilla:field", "text", "{\"ü\":[0.10,\"\\u0000\"]}");

        DatasetAnnex added = ports.annexes().add(wanted).orElseThrow();

        assertThat(added.number()).isPositive();
        assertThat(added).isEqualTo(wanted.withNumber(added.number()));
        assertThat(ports.annexes().of(contracts.id(), "argilla:field")).containsExactly(added);
    }

    @Test
    default void addingTheSameKeyTwiceChangesNothing() {
        Ports ports = ports();
        Dataset contracts = dataset(ports, "contracts");
        DatasetAnnex first = ports.annexes()
                .add(annex(contracts, "argilla:field", "text", "1"))
                .orElseThrow();

        assertThat(ports.annexes().add(annex(contracts, "argilla:field", "text", "2")))
                .isEmpty();
        assertThat(ports.annexes().of(contracts.id(), "argilla:field")).containsExactly(first);
    }

    @Test
    default void keysDifferByCaseKindAndDataset() {
        Ports ports = ports();
        Dataset contracts = dataset(ports, "contracts");
        Dataset letters = dataset(ports, "letters");

        assertThat(ports.annexes().add(annex(contracts, "argilla:field", "text", "1")))
                .isPresent();
        assertThat(ports.annexes().add(annex(contracts, "argilla:field", "Text", "2")))
                .isPresent();
        assertThat(ports.annexes().add(annex(contracts, "argilla:question", "text", "3")))
                .isPresent();
        assertThat(ports.annexes().add(annex(letters, "argilla:field", "text", "4")))
                .isPresent();
        assertThat(ports.annexes().of(contracts.id(), "argilla:field"))
                .extracting(DatasetAnnex::json)
                .containsExactly("1", "2");
    }

    @Test
    default void aReplacedAnnexKeepsItsPlace() {
        Ports ports = ports();
        Dataset contracts = dataset(ports, "contracts");
        ports.annexes().put(annex(contracts, "argilla:setting", "first", "1"));
        ports.annexes().put(annex(contracts, "argilla:setting", "second", "2"));

        ports.annexes().put(new DatasetAnnex(contracts.id(), 0, "argilla:setting", "first", "3", THEN.plusSeconds(9)));

        assertThat(ports.annexes().of(contracts.id(), "argilla:setting"))
                .extracting(DatasetAnnex::json)
                .containsExactly("3", "2");
        assertThat(ports.annexes().of(contracts.id(), "argilla:setting"))
                .extracting(DatasetAnnex::at)
                .containsExactly(THEN.plusSeconds(9), THEN);
    }

    @Test
    default void annexesOfManyDatasetsComeInOneAnswer() {
        Ports ports = ports();
        Dataset contracts = dataset(ports, "contracts");
        Dataset letters = dataset(ports, "letters");
        Dataset other = dataset(ports, "other");
        ports.annexes().put(annex(contracts, "argilla:setting", "status", "1"));
        ports.annexes().put(annex(letters, "argilla:setting", "status", "2"));
        ports.annexes().put(annex(other, "argilla:setting", "status", "3"));

        assertThat(ports.annexes().of(Set.of(contracts.id(), letters.id()), "argilla:setting"))
                .extracting(DatasetAnnex::json)
                .containsExactly("1", "2");
        assertThat(ports.annexes().of(Set.of(), "argilla:setting")).isEmpty();
    }

    @Test
    default void annexesGoWithTheirDataset() {
        Ports ports = ports();
        Dataset contracts = dataset(ports, "contracts");
        ports.annexes().put(annex(contracts, "argilla:setting", "status", "1"));

        ports.datasets().remove(contracts.id());

        assertThat(ports.annexes().of(contracts.id(), "argilla:setting")).isEmpty();
    }

    private static Dataset dataset(Ports ports, String name) {
        Given given = new Given(ports);
        return given.dataset(name, given.workspace("legal"));
    }

    private static DatasetAnnex annex(Dataset dataset, String kind, String key, String json) {
        return new DatasetAnnex(dataset.id(), 0, kind, key, json, THEN);
    }
}
