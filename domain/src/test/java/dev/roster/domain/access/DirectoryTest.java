package dev.roster.domain.access;

import static dev.roster.domain.access.World.custom;
import static dev.roster.domain.role.RosterPermission.DATASET_ANNOTATE;
import static dev.roster.domain.role.RosterPermission.DATASET_READ;
import static dev.roster.domain.role.RosterPermission.DATASET_UPDATE;
import static dev.roster.domain.role.RosterPermission.MEMBER_ADD;
import static dev.roster.domain.role.RosterPermission.WORKSPACE_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.domain.RefusedException;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private static final Role MANAGER = PredefinedRole.MANAGER.role();
    private static final Role ADMIN = PredefinedRole.ADMIN.role();
    private static final Role VIEWER = PredefinedRole.VIEWER.role();
    private static final Role ANNOTATOR = PredefinedRole.ANNOTATOR.role();

    private final Directory directory = new Directory()
            .organization("acme")
            .workspace("legal", "acme")
            .workspace("medical")
            .dataset("contracts", "legal")
            .dataset("audits", "legal", DatasetAccess.ASSIGNED)
            .user("ada", ANNOTATOR)
            .user("olga", PredefinedRole.OWNER.role());

    @Test
    void aMemberHoldsTheAccountRole() {
        directory.member("ada", "legal");

        assertThat(directory.allows("ada", DATASET_ANNOTATE, "contracts")).isTrue();
        assertThat(directory.allows("ada", DATASET_ANNOTATE, "audits")).isFalse();
        assertThat(directory.allows("ada", WORKSPACE_READ, "medical")).isFalse();
    }

    @Test
    void manyUsersAreAnsweredInTheirOrder() {
        directory.user("ben", ANNOTATOR).member("ada", "legal").member("ben", "medical");
        List<String> users = List.of("ada", "nobody", "ben", "olga", "ada");

        assertThat(directory.allowsAll(users, WORKSPACE_READ, "legal")).containsExactly(true, false, false, true, true);
        assertThat(directory.allowsAll(users, WORKSPACE_READ, "nowhere"))
                .containsOnly(false)
                .hasSize(5);
        assertThat(directory.allowsAll(List.of(), WORKSPACE_READ, "legal")).isEmpty();
    }

    @Test
    void manyPlacesAreAnsweredInTheirOrder() {
        directory.member("ada", "legal").member("ada", "medical", VIEWER);
        List<String> places = List.of("medical", "nowhere", "contracts", "audits", "acme");

        assertThat(directory.allowsAll("ada", DATASET_ANNOTATE, places))
                .containsExactly(false, false, true, false, false);
        assertThat(directory.allowsAll("ada", DATASET_READ, places))
                .containsExactly(places.stream()
                        .map(place -> directory.allows("ada", DATASET_READ, place))
                        .toArray(Boolean[]::new));
        assertThat(directory.allowsAll("nobody", DATASET_READ, places))
                .containsOnly(false)
                .hasSize(5);
    }

    /** More roles than a place remembers, in more places than an actor has at hand. */
    @Test
    void everyRoleInEveryPlaceCounts() {
        List<Role> roles = IntStream.range(0, 40)
                .mapToObj(number -> custom("role-" + number, number % 2 == 0 ? DATASET_READ : MEMBER_ADD))
                .toList();
        for (int number = 0; number < roles.size(); number++) {
            directory.user("user-" + number, ANNOTATOR).workspace("other-" + number);
            directory.member("user-" + number, "other-" + number, VIEWER);
            directory.member("user-" + number, "medical", roles.get(number));
        }

        for (int number = 0; number < roles.size(); number++) {
            String user = "user-" + number;
            assertThat(directory.allows(user, DATASET_READ, "medical")).isEqualTo(number % 2 == 0);
            assertThat(directory.allows(user, MEMBER_ADD, "medical")).isEqualTo(number % 2 == 1);
            assertThat(directory.allows(user, DATASET_READ, "other-" + number)).isTrue();
            assertThat(directory.allows(user, DATASET_READ, "legal")).isFalse();
            assertThat(directory.decide(user, MEMBER_ADD, "medical").reason())
                    .contains(number % 2 == 1 ? "the role `role-" + number + "`" : "may not");
        }
    }

    @Test
    void assignmentsComeAndGo() {
        directory.member("ada", "legal").assign("ada", "audits");
        boolean assigned = directory.allows("ada", DATASET_ANNOTATE, "audits");

        directory.unassign("ada", "audits");

        assertThat(assigned).isTrue();
        assertThat(directory.allows("ada", DATASET_ANNOTATE, "audits")).isFalse();
    }

    @Test
    void membershipsComeAndGo() {
        directory.member("ada", "legal", ADMIN);
        boolean admin = directory.allows("ada", DATASET_UPDATE, "contracts");

        directory.notMember("ada", "legal");

        assertThat(admin).isTrue();
        assertThat(directory.allows("ada", DATASET_UPDATE, "contracts")).isFalse();
    }

    @Test
    void grantsComeAndGo() {
        directory.grant("ada", ADMIN, "contracts").grant("ada", VIEWER, "legal");
        boolean granted = directory.allows("ada", DATASET_UPDATE, "contracts");
        boolean reads = directory.allows("ada", DATASET_READ, "audits");

        directory.revoke("ada", "contracts").revoke("ada", "legal");

        assertThat(granted).isTrue();
        assertThat(reads).isTrue();
        assertThat(directory.allows("ada", DATASET_UPDATE, "contracts")).isFalse();
        assertThat(directory.allows("ada", DATASET_READ, "audits")).isFalse();
    }

    @Test
    void aRoleOnTheOrganizationReachesItsWorkspaces() {
        directory.member("ada", "acme", MANAGER);

        assertThat(directory.allows("ada", MEMBER_ADD, "legal")).isTrue();
        assertThat(directory.allows("ada", MEMBER_ADD, "medical")).isFalse();
    }

    @Test
    void aDatasetCanBeRestricted() {
        directory.member("ada", "legal", ADMIN);
        boolean before = directory.allows("ada", DATASET_READ, "contracts");

        directory.dataset("contracts", "legal", DatasetAccess.WORKSPACE, true);

        assertThat(before).isTrue();
        assertThat(directory.allows("ada", DATASET_READ, "contracts")).isFalse();
    }

    @Test
    void settingADatasetAgainKeepsItsAssignees() {
        directory.member("ada", "legal").assign("ada", "contracts");

        directory.dataset("contracts", "legal", DatasetAccess.ASSIGNED);

        assertThat(directory.allows("ada", DATASET_ANNOTATE, "contracts")).isTrue();
    }

    @Test
    void settingAUserAgainForgetsTheirPlaces() {
        directory.member("ada", "legal", MANAGER);

        directory.user("ada", ANNOTATOR);

        assertThat(directory.allows("ada", WORKSPACE_READ, "legal")).isFalse();
    }

    @Test
    void whoIsUnknownIsDenied() {
        Decision decision = directory.decide("eve", DATASET_READ, "contracts");

        assertThat(directory.allows("eve", DATASET_READ, "contracts")).isFalse();
        assertThat(decision.reason())
                .isEqualTo("`eve` may not do `dataset:read` on dataset `contracts`: there is no such account;"
                        + " an owner could create it");
    }

    @Test
    void whatIsUnknownIsDeniedToOwnersToo() {
        Decision decision = directory.decide("olga", DATASET_READ, "nowhere");

        assertThat(directory.allows("olga", DATASET_READ, "nowhere")).isFalse();
        assertThat(decision.reason()).isEqualTo("`olga` may not do `dataset:read`: there is no place `nowhere`");
    }

    @Test
    void bothUnknownIsDenied() {
        assertThat(directory.decide("eve", DATASET_READ, "nowhere").isAllowed()).isFalse();
    }

    @Test
    void aRemovedUserMayNothing() {
        directory.remove("olga");

        assertThat(directory.allows("olga", DATASET_READ, "contracts")).isFalse();
        assertThat(directory.actor("olga")).isNull();
    }

    @Test
    void aRemovedPlaceTakesWhatLiesInItAlong() {
        directory.removePlace("acme");

        assertThat(directory.place("legal")).isNull();
        assertThat(directory.place("contracts")).isNull();
        assertThat(directory.place("medical")).isNotNull();
    }

    @Test
    void aNewPlaceOfAnOldNameHasNoMembers() {
        directory.member("ada", "legal", MANAGER).removePlace("legal").workspace("legal", "acme");

        assertThat(directory.allows("ada", WORKSPACE_READ, "legal")).isFalse();
    }

    @Test
    void idsThatLookAlikeStayApart() {
        String upper = "0192C3F0-0000-7000-8000-00000000000A";
        directory.dataset(upper, "legal", DatasetAccess.ASSIGNED);
        directory.dataset(upper.toLowerCase(Locale.ROOT), "legal", DatasetAccess.ASSIGNED);
        directory.dataset(upper.replace("-", ""), "legal", DatasetAccess.ASSIGNED);

        directory.member("ada", "legal").assign("ada", upper);

        assertThat(directory.allows("ada", DATASET_ANNOTATE, upper)).isTrue();
        assertThat(directory.allows("ada", DATASET_ANNOTATE, upper.toLowerCase(Locale.ROOT)))
                .isFalse();
        assertThat(directory.allows("ada", DATASET_ANNOTATE, upper.replace("-", "")))
                .isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> directory.member("eve", "legal")).hasMessage("no user `eve`");
        assertThatThrownBy(() -> directory.member("ada", "nowhere")).hasMessage("no place `nowhere`");
        assertThatThrownBy(() -> directory.member("ada", "contracts"))
                .hasMessage("an organization or workspace has members, not dataset `contracts`");
        assertThatThrownBy(() -> directory.grant("ada", VIEWER, "acme"))
                .hasMessage("a role is granted on a workspace or dataset, not organization `acme`");
        assertThatThrownBy(() -> directory.assign("ada", "legal")).hasMessage("`legal` is not a dataset");
        assertThatThrownBy(() -> directory.dataset("scans", "acme"))
                .hasMessage("a dataset belongs to a workspace, not to organization `acme`");
        assertThatThrownBy(() -> directory.workspace("scans", "legal"))
                .hasMessage("a workspace belongs to an organization, not to workspace `legal`");
        assertThatThrownBy(() -> directory.organization("legal"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("workspace `legal` has that id, no organization can");
    }

    @Test
    void readersSeeWholeChangesWhileWritersWrite() throws Exception {
        int users = 200;
        for (int user = 0; user < users; user++) {
            directory.user("user-" + user, VIEWER);
        }
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int offset = writer;
            work.add(() -> {
                for (int round = 0; round < 2_000; round++) {
                    String user = "user-" + (round * 4 + offset) % users;
                    directory.member(user, "legal", ADMIN).notMember(user, "legal");
                    directory.member(user, offset % 2 == 0 ? "medical" : "acme");
                }
                return true;
            });
            work.add(() -> {
                for (int round = 0; round < 20_000; round++) {
                    String user = "user-" + round % users;
                    if (directory.allows(user, MEMBER_ADD, "legal") || !directory.allows("olga", MEMBER_ADD, "legal")) {
                        return false;
                    }
                }
                return true;
            });
        }

        List<Boolean> results = together(work);

        assertThat(results).containsOnly(true);
        for (int user = 0; user < users; user++) {
            assertThat(directory.allows("user-" + user, WORKSPACE_READ, "legal"))
                    .isFalse();
        }
    }

    @Test
    void noChangeIsLostWhenManyChangeOneUser() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int workspace = 0; workspace < 64; workspace++) {
            String id = "workspace-" + workspace;
            directory.workspace(id);
            work.add(() -> directory.member("ada", id, VIEWER).allows("ada", WORKSPACE_READ, id));
        }

        List<Boolean> results = together(work);

        assertThat(results).hasSize(64).containsOnly(true);
        for (int workspace = 0; workspace < 64; workspace++) {
            assertThat(directory.allows("ada", WORKSPACE_READ, "workspace-" + workspace))
                    .isTrue();
        }
    }

    /** Runs them all at the same time and gives their results. */
    private static List<Boolean> together(List<Callable<Boolean>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (Callable<Boolean> piece : work) {
                running.add(threads.submit(() -> {
                    start.await();
                    return piece.call();
                }));
            }
            start.countDown();
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> piece : running) {
                results.add(piece.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
