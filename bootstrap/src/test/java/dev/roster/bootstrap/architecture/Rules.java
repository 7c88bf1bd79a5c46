package dev.roster.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.roster.application.access.AccessGuard;
import dev.roster.application.access.Caller;
import dev.roster.application.access.PresentActors;
import dev.roster.application.annex.DoorSettings;
import dev.roster.application.annex.ListAnnexes;
import dev.roster.application.dataset.FindDataset;
import dev.roster.application.organization.FindOrganization;
import dev.roster.application.port.Actors;
import dev.roster.application.port.Annexes;
import dev.roster.application.port.Transactions;
import dev.roster.application.role.FindRole;
import dev.roster.application.user.DeleteUser;
import dev.roster.application.user.EraseUser;
import dev.roster.application.user.FindUser;
import dev.roster.application.work.Journal;
import dev.roster.application.work.UnitOfWork;
import dev.roster.application.workspace.FindWorkspace;
import dev.roster.cli.CliModule;
import dev.roster.cli.RosterCommandLine;
import dev.roster.cli.terminal.Names;
import dev.roster.domain.access.AccessPolicy;
import dev.roster.domain.access.Actor;
import dev.roster.domain.role.PredefinedRole;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arrows of docs/architecture.md, each as a rule. */
final class Rules {
    /** Use cases that find out who somebody is, and so have nobody to ask about yet. */
    private static final Set<String> WITHOUT_CALLER = Set.of(
            "AcceptInvitation",
            "Authenticate",
            "ClaimSetUp",
            "ConfirmSignUp",
            "CompletePasswordReset",
            "LogIn",
            "LogInByLink",
            "ReplaceTemporaryPassword",
            "RequestPasswordReset",
            "ShowInvitation",
            "SignUp");

    /** How methods of ports are called that change what is stored. */
    private static final Pattern CHANGING = Pattern.compile(
            "(add|append|anchor|carry|claim|delivered|erase|failed|forget|giveUp|put|reassign|record|rehash|remove|replace"
                    + "|revoke|set|sign|stamp|update|use)([A-Z].*)?");

    /** What use cases do after they asked, in classes that others share. */
    private static final Set<String> STEPS = Set.of("Activation", "PasswordLinks");

    /** What embedding platforms call, what Java calls, and what the fuzzer measures. */
    private static final Set<String> CALLED_FROM_OUTSIDE = Set.of(
            "Command.demanding",
            "AvatarLimits.usual",
            "PageRequest.first",
            "PermissionSet.of",
            "Role.custom",
            "Main.main",
            "TrainingRun.main",
            "RosterCommandLine.commands",
            "GifFrame.steps",
            "WatchedInput.steps");

    /** What the templates of the console become, which the engine calls by their names. */
    private static final String TEMPLATES = "dev.roster.http.console.page..";

    private static final Set<String> SHARED_BY_PAGES =
            Set.of("FormView", "MenuEntry", "PagerView", "Screens", "Texts", "Times", "TypedForm");

    static final ArchRule DOMAIN_KNOWS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("dev.roster.domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "dev.roster.domain..", "org.jspecify.annotations.."));

    static final ArchRule APPLICATION_KNOWS_ONLY_DOMAIN_AND_INJECT = classes()
            .that()
            .resideInAPackage("dev.roster.application..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "jakarta.inject..",
                    "dev.roster.domain..",
                    "dev.roster.application..",
                    "org.jspecify.annotations.."));

    static final ArchRule ADAPTERS_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "dev.roster.(persistence|http|cli|mail)..")
            .should()
            .notDependOnEachOther();

    static final ArchRule NOBODY_KNOWS_BOOTSTRAP = noClasses()
            .that()
            .resideOutsideOfPackage("dev.roster.bootstrap..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.roster.bootstrap..");

    static final ArchRule STORES_STAY_IN_PERSISTENCE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.roster.persistence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "org.jdbi..", "org.sqlite..", "org.postgresql..", "com.zaxxer..", "org.flywaydb..");

    static final ArchRule HTTP_STAYS_IN_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage("dev.roster.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    static final ArchRule PICOCLI_STAYS_IN_CLI = noClasses()
            .that()
            .resideOutsideOfPackage("dev.roster.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    static final ArchRule MAIL_STAYS_IN_MAIL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.roster.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

    static final ArchRule GUICE_STAYS_IN_MODULES = noClasses()
            .that(not(simpleNameEndingWith("Module"))
                    .and(not(resideInAPackage("dev.roster.bootstrap..")))
                    .and(isNotInsideAModule()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.inject..");

    static final ArchRule TIME_IDS_AND_CHANCE_ARE_HANDED_IN = noClasses()
            .that()
            .resideInAnyPackage("dev.roster.domain..", "dev.roster.application..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class);

    static final ArchRule NO_CYCLES_IN_DOMAIN =
            slices().matching("dev.roster.domain.(*)..").should().beFreeOfCycles();

    static final ArchRule NO_CYCLES_IN_APPLICATION =
            slices().matching("dev.roster.application.(*)..").should().beFreeOfCycles();

    static final ArchRule NO_CYCLES_IN_PERSISTENCE = noCyclesInside("persistence");

    static final ArchRule NO_CYCLES_IN_HTTP = noCyclesInside("http");

    static final ArchRule NO_CYCLES_IN_CLI = noCyclesInside("cli");

    private static final String[] DIALECTS = {
        "dev.roster.http.api..",
        "dev.roster.http.argilla..",
        "dev.roster.http.arize..",
        "dev.roster.http.labelstudio..",
        "dev.roster.http.console.."
    };

    static final ArchRule DIALECTS_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    "dev.roster.http.(api|argilla|arize|labelstudio|console)..")
            .should()
            .notDependOnEachOther();

    static final ArchRule DIALECTS_SHARE_ONLY_THEIR_ROOMS = noClasses()
            .that()
            .resideInAnyPackage(DIALECTS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.roster.http", "dev.roster.http.patience..");

    static final ArchRule SHARED_ROOMS_KNOW_NO_DIALECT = noClasses()
            .that()
            .resideInAnyPackage("dev.roster.http.web..", "dev.roster.http.dialect..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DIALECTS);

    /** A topic of the command line is entered through its face only; what it needs from outside lies in its terminal. */
    static final ArchRule COMMAND_LINE_HAS_ONE_FACE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.roster.cli..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.roster.cli..")
                    .and(not(resideInAPackage("dev.roster.cli.terminal")))
                    .and(not(belongToAnyOf(CliModule.class, RosterCommandLine.class))));

    static final ArchRule EVERY_USE_CASE_ASKS = classes()
            .that(areUseCases())
            .and(not(named(WITHOUT_CALLER)))
            .should()
            .dependOnClassesThat(reachTheGuard());

    /** Not the class alone: each method that somebody calls with who they are, and before it changes anything. */
    static final ArchRule EVERY_METHOD_WITH_A_CALLER_ASKS = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(resideInAPackage("dev.roster.application..")
                    .and(not(resideInAPackage("dev.roster.application.work")))
                    .and(not(belongToAnyOf(AccessGuard.class)))
                    .and(not(named(WITHOUT_CALLER)))
                    .and(not(named(STEPS))))
            .and(takesACaller())
            .should(askTheGuardBeforeTheyChangeAnything());

    /** More would be two use cases in one, or a step that has no name yet. */
    static final ArchRule USE_CASES_TAKE_AT_MOST_EIGHT_PARTS = constructors()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("dev.roster.application..")
            .and()
            .areAnnotatedWith(Inject.class)
            .should(takeAtMost(8));

    /** What a call is about is asked again where its change begins, and there is one such place. */
    static final ArchRule ONLY_THE_UNIT_OF_WORK_BEGINS_A_CHANGE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.roster.persistence..")
            .and(not(belongToAnyOf(UnitOfWork.class, Transactions.class)))
            .should()
            .accessTargetWhere(beginsAChange());

    /** What {@link Names} finds is asked for again; what a command finds by itself would not be. */
    static final ArchRule COMMANDS_LOOK_NAMES_UP_IN_ONE_PLACE = noClasses()
            .that()
            .resideInAPackage("dev.roster.cli..")
            .and(not(belongToAnyOf(Names.class)))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(
                    FindUser.class, FindWorkspace.class, FindOrganization.class, FindDataset.class, FindRole.class);

    /** An actor of the store has all rights until its row changes, whatever the time; the guard asks for the time by itself. */
    static final ArchRule USE_CASES_ASK_FOR_PRESENT_ACTORS = noClasses()
            .that()
            .resideInAPackage("dev.roster.application..")
            .and(not(belongToAnyOf(AccessGuard.class, PresentActors.class)))
            .should()
            .dependOnClassesThat(type(Actors.class));

    /** What a door keeps is opaque to all others: no rule rests on it, and what is kept for one door is not shown by another. */
    static final ArchRule ANNEXES_ARE_FOR_DOORS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.roster.application.annex..",
                    "dev.roster.persistence..",
                    "dev.roster.http.argilla..",
                    "dev.roster.http.arize..",
                    "dev.roster.http.labelstudio..")
            .and(not(belongToAnyOf(DeleteUser.class, EraseUser.class)))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Annexes.class, ListAnnexes.class, DoorSettings.class);

    static final ArchRule ONLY_USE_CASES_ASK_THE_POLICY = noClasses()
            .that()
            .resideOutsideOfPackages("dev.roster.domain..", "dev.roster.application..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(AccessPolicy.class, AccessGuard.class);

    static final ArchRule ONLY_THE_POLICY_COMPARES_ROLES = noClasses()
            .that()
            .resideOutsideOfPackages("dev.roster.domain.access..", "dev.roster.domain.role..")
            .should()
            .accessTargetWhere(asksWhatARoleIs().or(namesAPowerfulRole()));

    /**
     * What only tests call is a fixture, and lies with them. Use cases and the directory of the policy are called by platforms that embed
     * Roster; what a refusal says and what dialects share is for doors that are still to come, and what pages share for pages.
     */
    static final ArchRule METHODS_ARE_CALLED = methods()
            .that()
            .areDeclaredInClassesThat(resideInAPackage("dev.roster..")
                    .and(not(resideInAPackage("dev.roster.http.dialect..")))
                    .and(not(resideInAPackage(TEMPLATES)))
                    .and(not(named(Set.of("Directory", "Manners", "RefusedException", "UserLinks"))))
                    .and(not(named(SHARED_BY_PAGES))))
            .and(not(takesACaller()))
            .should(beCalled());

    static final ArchRule USE_CASES_ARE_FINAL =
            classes().that(areUseCases()).should().haveModifier(JavaModifier.FINAL);

    private Rules() {}

    /** Each package is a slice of its own, the room that others lie in too. */
    private static ArchRule noCyclesInside(String adapter) {
        String room = "dev.roster." + adapter;
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return resideInAPackage(room + "..").test(type)
                                ? SliceIdentifier.of(type.getPackageName())
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "packages of " + room;
                    }
                })
                .should()
                .beFreeOfCycles();
    }

    /** A role is a name that is stored and shown; whether it is owner is asked by the policy, for everybody. */
    private static DescribedPredicate<JavaAccess<?>> asksWhatARoleIs() {
        return DescribedPredicate.describe(
                "asks what a role is",
                access -> Set.of("isOwner", "isManagerOrOwner").contains(access.getName())
                        && (access.getTargetOwner().getPackageName().equals("dev.roster.domain.role")
                                || access.getTargetOwner().isEquivalentTo(Actor.class)));
    }

    /** There is one use case that makes the first owner. */
    private static DescribedPredicate<JavaAccess<?>> namesAPowerfulRole() {
        return DescribedPredicate.describe(
                "names a role to compare with",
                access -> access.getTargetOwner().isEquivalentTo(PredefinedRole.class)
                        && Set.of("OWNER", "MANAGER", "ADMIN").contains(access.getName())
                        && access.getOriginOwner().getPackageName().matches("dev[.]roster[.](application|domain)[.].*")
                        && !access.getOriginOwner().getSimpleName().equals("FirstOwnerMaker"));
    }

    private static DescribedPredicate<JavaClass> isNotInsideAModule() {
        return DescribedPredicate.describe(
                "is not written inside a module",
                type -> type.getEnclosingClass()
                        .map(outer -> !outer.getSimpleName().endsWith("Module"))
                        .orElse(true));
    }

    static DescribedPredicate<JavaClass> areUseCases() {
        return DescribedPredicate.describe(
                "are use cases",
                type -> type.getPackageName().startsWith("dev.roster.application.")
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.getMethods().stream()
                                .anyMatch(method -> method.getName().equals("handle")));
    }

    private static DescribedPredicate<JavaMethod> takesACaller() {
        return DescribedPredicate.describe(
                "take a caller",
                method -> method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Caller.class)));
    }

    private static ArchCondition<JavaMethod> askTheGuardBeforeTheyChangeAnything() {
        return new ArchCondition<>("ask the guard, by themselves or by what they call, before they change anything") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Step first = firstStep(method, new HashSet<>());
                if (first != Step.ASKS) {
                    events.add(SimpleConditionEvent.violated(
                            method,
                            method.getFullName()
                                    + (first == Step.CHANGES
                                            ? " changes something before it asks the guard"
                                            : " does not ask the guard")));
                }
            }
        };
    }

    /** What a method does first, of what matters here. */
    private enum Step {
        ASKS,
        CHANGES,
        NEITHER
    }

    /** In the order of the lines; of what stands in one line, the question counts as first. */
    private static Step firstStep(JavaCodeUnit method, Set<JavaCodeUnit> seen) {
        if (!seen.add(method)) {
            return Step.NEITHER;
        }
        return Stream.<JavaAccess<?>>concat(
                        method.getMethodCallsFromSelf().stream(), method.getMethodReferencesFromSelf().stream())
                .sorted(Comparator.comparingInt(JavaAccess::getLineNumber))
                .collect(Collectors.groupingBy(JavaAccess::getLineNumber, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(line -> line.stream().map(call -> step(call, seen)).min(Comparator.naturalOrder()))
                .flatMap(Optional::stream)
                .filter(step -> step != Step.NEITHER)
                .findFirst()
                .orElse(Step.NEITHER);
    }

    private static Step step(JavaAccess<?> call, Set<JavaCodeUnit> seen) {
        if (isQuestion(call)) {
            return Step.ASKS;
        }
        if (changesWhatIsStored(call)) {
            return Step.CHANGES;
        }
        return call.getTarget()
                .resolveMember()
                .filter(JavaCodeUnit.class::isInstance)
                .map(JavaCodeUnit.class::cast)
                .filter(target -> target.getOwner().getPackageName().startsWith("dev.roster.application."))
                .map(target -> firstStep(target, seen))
                .orElse(Step.NEITHER);
    }

    private static boolean changesWhatIsStored(JavaAccess<?> call) {
        return call.getTargetOwner().isEquivalentTo(Journal.class)
                || (call.getTargetOwner().getPackageName().equals("dev.roster.application.port")
                        && CHANGING.matcher(call.getName()).matches());
    }

    private static ArchCondition<JavaConstructor> takeAtMost(int parts) {
        return new ArchCondition<>("take at most " + parts + " parts") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                int taken = constructor.getRawParameterTypes().size();
                if (taken > parts) {
                    events.add(SimpleConditionEvent.violated(
                            constructor, constructor.getFullName() + " takes " + taken + " parts"));
                }
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> beginsAChange() {
        return DescribedPredicate.describe(
                "begins a transaction for a change",
                access -> access.getTargetOwner().isAssignableTo(Transactions.class)
                        && Set.of("inTransaction", "inLongTransaction", "alone").contains(access.getName()));
    }

    private static ArchCondition<JavaMethod> beCalled() {
        return new ArchCondition<>("be called") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (isForOthersToCall(method) && !isCalled(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " is never called"));
                }
            }
        };
    }

    /** Not what the compiler makes, what a framework finds, or what a supertype has declared. */
    private static boolean isForOthersToCall(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !method.getModifiers().contains(JavaModifier.PRIVATE)
                && method.getAnnotations().isEmpty()
                && !CALLED_FROM_OUTSIDE.contains(owner.getSimpleName() + "." + method.getName())
                && !owner.getSimpleName().endsWith("Builder")
                && owner.getEnclosingClass()
                        .map(outer -> !outer.getSimpleName().endsWith("Builder"))
                        .orElse(true)
                && !(owner.isRecord() && owner.tryGetField(method.getName()).isPresent())
                && !(owner.isEnum() && Set.of("values", "valueOf").contains(method.getName()))
                && Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                        .flatMap(type -> type.getMethods().stream())
                        .noneMatch(above -> above.getName().equals(method.getName())
                                && above.getRawParameterTypes().size()
                                        == method.getRawParameterTypes().size());
    }

    private static boolean isCalled(JavaMethod method) {
        return method.getAccessesToSelf().stream()
                        .anyMatch(access -> !access.getOrigin().equals(method))
                || method.getOwner().getAllSubclasses().stream()
                        .flatMap(type -> type.getAccessesToSelf().stream())
                        .anyMatch(access -> access.getTarget().getName().equals(method.getName()));
    }

    private static boolean isQuestion(JavaAccess<?> call) {
        return call.getTargetOwner().isEquivalentTo(AccessGuard.class);
    }

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return DescribedPredicate.describe("named " + names, type -> names.contains(type.getSimpleName()));
    }

    /** The guard itself, or a step that asks it; to have it at hand is not to ask it. */
    private static DescribedPredicate<JavaClass> reachTheGuard() {
        return DescribedPredicate.describe(
                "reach the guard",
                type -> type.isEquivalentTo(AccessGuard.class)
                        || (type.getPackageName().startsWith("dev.roster.application.")
                                && !type.getPackageName().equals("dev.roster.application.port")
                                && !type.isEquivalentTo(UnitOfWork.class)
                                && type.getDirectDependenciesFromSelf().stream()
                                        .anyMatch(
                                                arrow -> arrow.getTargetClass().isEquivalentTo(AccessGuard.class))));
    }
}
