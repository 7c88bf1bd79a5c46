package dev.roster.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.roster.application.credential.Throttle;
import dev.roster.application.port.ForeignPlatform;
import dev.roster.application.port.PasswordHasher;
import dev.roster.application.port.Pictures;
import dev.roster.application.port.Transactions;
import dev.roster.application.race.CheckAndActContract;
import dev.roster.application.work.UnitOfWork;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
            .importPackages("dev.roster");

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

    /** Asking at all is not enough. */
    @Test
    void changeBeforeTheQuestionIsSeen() {
        assertThat(Rules.EVERY_METHOD_WITH_A_CALLER_ASKS
                        .evaluate(WITH_OFFENDERS)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("DoAnything") && detail.endsWith("does not ask the guard"))
                .anyMatch(detail ->
                        detail.contains("DoWithMuch") && detail.endsWith("changes something before it asks the guard"));
    }

    /** A dialect that knows another, the house and a room of it, and a shared room that knows a dialect. */
    @ParameterizedTest
    @CsvSource({
        "DIALECTS_DO_NOT_KNOW_EACH_OTHER, Tune",
        "DIALECTS_SHARE_ONLY_THEIR_ROOMS, HttpSettings",
        "DIALECTS_SHARE_ONLY_THEIR_ROOMS, Patience",
        "SHARED_ROOMS_KNOW_NO_DIALECT, Favourite"
    })
    void eachWayToMixDialectsIsSeen(String rule, String offender) throws NoSuchFieldException {
        assertThat(ruleIn(Rules.class.getDeclaredField(rule))
                        .evaluate(WITH_OFFENDERS)
                        .getFailureReport()
                        .getDetails())
                .anyMatch(detail -> detail.contains("offence") && detail.contains(offender));
    }

    @Test
    void everyRingIsSeen() {
        Stream.of("domain", "application", "persistence", "http", "cli", "mail", "bootstrap")
                .forEach(ring -> assertThat(SHIPPED.stream()
                                .filter(type -> type.getPackageName().startsWith("dev.roster." + ring)))
                        .as(ring)
                        .hasSizeGreaterThan(5));
    }

    /** Those that look in one method and act in another, ask again where they act, or leave both to other use cases. */
    private static final Set<String> DO_NOT_ACT_ON_WHAT_THEY_SAW = Set.of(
            "ChangeMemberRole",
            "DeleteOrganization",
            "DeleteUser",
            "DeleteWorkspace",
            "DeliverMail",
            "ExportEverything",
            "ImportEverything",
            "LeaveOrganization",
            "ListApiKeys",
            "ListSessions",
            "LogInByLink",
            "ShowInvitation",
            "ShowToken",
            "UpdateRole");

    /** An act must not believe what was found out before its transaction began; see {@link CheckAndActContract}. */
    @Test
    void everyUseCaseThatFindsSomethingOutBeforeItActsIsInterruptedInBetween() {
        Set<String> interrupted = CheckAndActContract.interruptedUseCases().stream()
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        Set<String> apart = SHIPPED.stream()
                .filter(Rules.areUseCases())
                .filter(ArchitectureTest::findsOutBeforeItActs)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(apart)
                .contains("LogIn", "ChangePassword", "UpdateUser", "SetAvatar", "ResendInvitation")
                .containsAll(DO_NOT_ACT_ON_WHAT_THEY_SAW);
        assertThat(apart)
                .filteredOn(name -> !DO_NOT_ACT_ON_WHAT_THEY_SAW.contains(name))
                .isSubsetOf(interrupted);
    }

    private static boolean findsOutBeforeItActs(JavaClass useCase) {
        Set<JavaClass> steps = new HashSet<>();
        collectSteps(useCase, steps);
        return (callsTransactions(steps, "inTransaction") || callsTransactions(steps, "inLongTransaction"))
                && (callsTransactions(steps, "reading")
                        || steps.stream()
                                .flatMap(step -> step.getDirectDependenciesFromSelf().stream())
                                .anyMatch(arrow ->
                                        SLOW.contains(arrow.getTargetClass().getName())));
    }

    private static final Set<String> SLOW =
            Set.of(PasswordHasher.class.getName(), Pictures.class.getName(), ForeignPlatform.class.getName());

    /** What a use case is made of besides ports, other use cases, and what every use case is made of. */
    private static void collectSteps(JavaClass type, Set<JavaClass> steps) {
        if (steps.add(type)) {
            type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .filter(next -> next.getPackageName().startsWith("dev.roster.application."))
                    .filter(next -> !next.getPackageName().matches(".*\\.(port|access|audit|mail|work)"))
                    .filter(next -> !Rules.areUseCases().test(next))
                    .filter(next -> !next.isEquivalentTo(Throttle.class))
                    .forEach(next -> collectSteps(next, steps));
        }
    }

    private static boolean callsTransactions(Set<JavaClass> steps, String method) {
        return steps.stream()
                .flatMap(step -> step.getMethodCallsFromSelf().stream())
                .anyMatch(call ->
                        belongToAnyOf(Transactions.class, UnitOfWork.class).test(call.getTargetOwner())
                                && call.getName().equals(method));
    }

    @Test
    void noRuleIsForgotten() {
        assertThat(rules()).hasSize(30);
    }
}
