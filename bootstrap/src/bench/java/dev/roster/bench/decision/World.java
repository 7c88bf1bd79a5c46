package dev.roster.bench.decision;

import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.RosterPermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Made-up people and what is asked about them: each user has one role in one of 1,000 workspaces. Half of the questions
 * are to be allowed; of the others one half ask about a workspace of somebody else, one half for more than the role
 * gives. The same number of users makes the same world each time.
 */
record World(List<Member> members, List<String> workspaces, List<Question> questions) {
    static final int WORKSPACES = 1_000;
    static final int QUESTIONS = 1 << 16;

    /** How many of them are asked over and over: those of the people who are at work at the same time. */
    static final int AT_HAND = 1 << 12;

    /** Four permissions whose reach differs from role to role, so that ten pairs of role and permission are allowed. */
    static final List<RosterPermission> ASKED = List.of(
            RosterPermission.WORKSPACE_READ,
            RosterPermission.DATASET_READ,
            RosterPermission.DATASET_UPDATE,
            RosterPermission.MEMBER_ADD);

    record Member(String user, PredefinedRole role, String workspace) {}

    /** A question with the answer that everybody has to give. */
    record Question(String user, RosterPermission permission, String workspace, boolean allowed) {}

    static World of(int users) {
        Random random = new Random(users);
        List<String> workspaces =
                Stream.generate(() -> id(random)).limit(WORKSPACES).toList();
        List<Member> members = Stream.generate(() -> new Member(id(random), role(random), any(workspaces, random)))
                .limit(users)
                .toList();
        List<Question> questions = new ArrayList<>(QUESTIONS);
        for (int number = 0; number < QUESTIONS; number++) {
            questions.add(number % 2 == 0 ? allowed(members, random) : denied(members, workspaces, number, random));
        }
        return new World(members, workspaces, questions);
    }

    /** Whether a role gives a permission in the workspaces where it is held. */
    static boolean gives(PredefinedRole role, RosterPermission permission) {
        return permission.reachOf(role) == Reach.WITHIN;
    }

    private static Question allowed(List<Member> members, Random random) {
        while (true) {
            Member member = any(members, random);
            RosterPermission permission = any(ASKED, random);
            if (gives(member.role(), permission)) {
                return new Question(copy(member.user()), permission, copy(member.workspace()), true);
            }
        }
    }

    private static Question denied(List<Member> members, List<String> workspaces, int number, Random random) {
        boolean elsewhere = number % 4 == 1;
        while (true) {
            Member member = any(members, random);
            RosterPermission permission = any(ASKED, random);
            String workspace = elsewhere ? any(workspaces, random) : member.workspace();
            if (gives(member.role(), permission) == elsewhere && workspace.equals(member.workspace()) != elsewhere) {
                return new Question(copy(member.user()), permission, copy(workspace), false);
            }
        }
    }

    private static PredefinedRole role(Random random) {
        int percent = random.nextInt(100);
        if (percent < 60) {
            return PredefinedRole.ANNOTATOR;
        }
        if (percent < 80) {
            return PredefinedRole.VIEWER;
        }
        return percent < 95 ? PredefinedRole.ADMIN : PredefinedRole.MANAGER;
    }

    private static String id(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Whoever asks has read the id from somewhere: it is never the very object that the directory holds. */
    private static String copy(String id) {
        return String.valueOf(id.toCharArray());
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
