package dev.roster.application.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.application.credential.Authenticate;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Ports;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;

class FakeFaultsTest extends FaultContract {
    /** What reads from another installation is tried with that installation's door, by {@code ImportArgillaCommandTest}. */
    private static final Set<String> TRIED_ELSEWHERE = Set.of("ImportPeople");

    private Fakes fakes = new Fakes();

    @Override
    protected Ports emptyStore(Faults faults) {
        fakes = new Fakes();
        return fakes.ports();
    }

    @Override
    protected boolean failsByItself() {
        return false;
    }

    @Override
    protected Object contents() {
        return fakes.contents();
    }

    @Override
    protected InstantSource clock() {
        return () -> fakes.clock().instant();
    }

    @AfterAll
    void everyUseCaseThatChangesSomethingWasTried() throws IOException {
        Set<String> tried = seen().stream().map(Class::getSimpleName).collect(Collectors.toSet());
        List<String> changing = useCasesThatChangeSomething();

        assertThat(changing).hasSizeGreaterThan(60);
        assertThat(changing.stream()
                        .filter(name -> !tried.contains(name))
                        .filter(name -> !TRIED_ELSEWHERE.contains(name)))
                .as("use cases without an act or an experiment")
                .isEmpty();
    }

    private static List<String> useCasesThatChangeSomething() throws IOException {
        Path classes = classes();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(FakeFaultsTest::mentionsATransaction)
                    .map(file -> type(classes.relativize(file)))
                    .filter(FakeFaultsTest::isUseCase)
                    .map(Class::getSimpleName)
                    .sorted()
                    .toList();
        }
    }

    private static Path classes() {
        try {
            return Path.of(Authenticate.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean mentionsATransaction(Path file) {
        try {
            String code = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return code.contains("inTransaction") || code.contains("inLongTransaction");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Class<?> type(Path file) {
        String name = file.toString().replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name.substring(0, name.length() - ".class".length()));
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isUseCase(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && Arrays.stream(type.getMethods())
                        .anyMatch(method -> method.getName().equals("handle"));
    }
}
