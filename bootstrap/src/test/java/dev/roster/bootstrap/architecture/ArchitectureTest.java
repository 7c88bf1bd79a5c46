package dev.roster.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every rule over the shipped classes, and over offenders that each rule must catch. */
class ArchitectureTest {
    private static final JavaClasses SHIPPED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.roster");

    /** Without the tests of other modules, whose many cycles would hide the offenders' own. */
    private static final JavaClasses WITH_OFFENDERS = new ClassFileImporter()
            .withImportOption(location -> !location.contains("-tests.jar"))
            .withImportOption(location -> !location.contains("/test-classes/") || location.contains("/offence"))
            .importPackages("dev.roster.domain", "dev.roster.application", "dev.roster.http");

    static Stream<Named<ArchRule>> rules() {
        return Arrays.stream(Rules.class.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == ArchRule.class)
                .map(field -> Named.of(field.getName(), ruleIn(field)));
    }

    private static ArchRule ruleIn(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException hidden) {
            throw new AssertionError(hidden);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shippedClassesKeepTheRule(ArchRule rule) {
        assertThat(rule.evaluate(SHIPPED).getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void offendersBreakTheRule(ArchRule rule) {
        List<String> details = rule.evaluate(WITH_OFFENDERS).getFailureReport().getDetails();

        assertThat(details).anyMatch(detail -> detail.contains("offence"));
    }

    @Test
    void everyRingIsSeen() {
        Stream.of("domain", "application", "persistence", "http", "cli", "mail", "bootstrap")
                .forEach(ring -> assertThat(SHIPPED.stream()
                                .filter(type -> type.getPackageName().startsWith("dev.roster." + ring)))
                        .as(ring)
                        .hasSizeGreaterThan(5));
    }

    @Test
    void noRuleIsForgotten() {
        assertThat(rules()).hasSize(15);
    }
}
