package dev.roster.bench.growth;

import dev.roster.application.access.Caller;
import dev.roster.application.access.WhoMay;
import dev.roster.application.audit.ListAuditEvents;
import dev.roster.application.membership.ListMembers;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.UserFilter;
import dev.roster.application.port.UserOrder;
import dev.roster.application.user.ListPeople;
import dev.roster.application.user.ListUsers;
import dev.roster.bench.Load.Work;
import dev.roster.bench.store.EmbeddedRoster;
import dev.roster.domain.access.Target;
import dev.roster.domain.membership.Place;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.workspace.WorkspaceId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What is asked of a store, through the use cases. Each answer is a page of 100 or a number. */
final class Question {
    private static final PageRequest PAGE = PageRequest.first(100);

    private final EmbeddedRoster roster;
    private final Caller caller;
    private final int people;
    private final Map<String, Work> questions = new LinkedHashMap<>();

    private Question(EmbeddedRoster roster, int people) {
        this.roster = roster;
        this.caller = roster.caller();
        this.people = people;
    }

    /** By what they are called in the table. */
    static Map<String, Work> all(EmbeddedRoster roster, int people, UUID organization) {
        Question question = new Question(roster, people);
        question.ofUsers();
        question.ofSearch();
        question.ofPlaces();
        question.ofCounts();
        question.ofAudit();
        question.ofWhoMay(organization);
        return question.questions;
    }

    private void ofUsers() {
        users("users", all -> all);
        users("users, by username", all -> all.withOrder(UserOrder.USERNAME));
        users("users, dormant first", all -> all.withOrder(UserOrder.DORMANT));
        users("users of the account role manager", all -> all.withRole(PredefinedRole.MANAGER.id()));
        users("users, deactivated", all -> all.withStatuses(Set.of(UserStatus.DEACTIVATED)));
        users("service accounts", all -> all.withKind(UserKind.SERVICE));
        questions.put("people", () -> roster.get(ListPeople.class).handle(caller, ListPeople.Query.all(), PAGE));
    }

    private void ofSearch() {
        users("search, one hit", all -> all.withText("person-" + people));
        users("search, all hit", all -> all.withText("loaded"));
        users("search, none", all -> all.withText("nobody"));
        users("search of two letters, none", all -> all.withText("zz"));
    }

    private void ofPlaces() {
        users("users of the large workspace", all -> all.withWorkspace(new WorkspaceId(GrownStore.LARGE)));
        users("users of the middle workspace", all -> all.withWorkspace(new WorkspaceId(GrownStore.MIDDLE)));
        users("users of the small workspace", all -> all.withWorkspace(new WorkspaceId(GrownStore.SMALL)));
        users(
                "users of the large workspace, by username",
                all -> all.withWorkspace(new WorkspaceId(GrownStore.LARGE)).withOrder(UserOrder.USERNAME));
        users(
                "users of the middle workspace, by username",
                all -> all.withWorkspace(new WorkspaceId(GrownStore.MIDDLE)).withOrder(UserOrder.USERNAME));
        users(
                "users of the middle workspace, dormant first",
                all -> all.withWorkspace(new WorkspaceId(GrownStore.MIDDLE)).withOrder(UserOrder.DORMANT));
        users(
                "service accounts of the middle workspace",
                all -> all.withWorkspace(new WorkspaceId(GrownStore.MIDDLE)).withKind(UserKind.SERVICE));
        questions.put(
                "members of the large workspace",
                () -> roster.get(ListMembers.class).handle(caller, Place.of(new WorkspaceId(GrownStore.LARGE)), PAGE));
    }

    private void ofCounts() {
        count("count of users", all -> all);
        count("count of deactivated users", all -> all.withStatuses(Set.of(UserStatus.DEACTIVATED)));
        count("count of service accounts", all -> all.withKind(UserKind.SERVICE));
        count("count of the small workspace", all -> all.withWorkspace(new WorkspaceId(GrownStore.SMALL)));
        count("count of the large workspace", all -> all.withWorkspace(new WorkspaceId(GrownStore.LARGE)));
    }

    private void ofAudit() {
        Instant early = time(people / 10);
        Instant late = time(people - 10);
        UserId few = new UserId(UUID.fromString("00000000-0000-7000-8000-000000000002"));
        UserId many = new UserId(GrownStore.CREATOR);
        events("events", all -> all);
        events("events of an actor, few, of a kind", all -> all.withActor(few).withAction("session."));
        events("events of an actor, many, of a kind", all -> all.withActor(many).withAction("user."));
        events(
                "events of an actor, many, none of a kind",
                all -> all.withActor(many).withAction("role."));
        events(
                "events of an actor, many, few of a kind",
                all -> all.withActor(many).withAction("session."));
        events("events since lately", all -> all.withSince(late));
        events("events since long ago", all -> all.withSince(early));
        events("events until lately", all -> all.withUntil(late));
        events("events until long ago", all -> all.withUntil(early));
        events(
                "events of a kind until long ago",
                all -> all.withAction("session.").withUntil(early));
        events(
                "events of an actor, many, since lately",
                all -> all.withActor(many).withSince(late));
        events(
                "events of an actor, few, since lately",
                all -> all.withActor(few).withSince(late));
    }

    private static Instant time(long person) {
        return Instant.EPOCH.plus(GrownStore.at(person), ChronoUnit.MICROS);
    }

    private void ofWhoMay(UUID organization) {
        whoMay("who may on the instance", RosterPermission.USER_CREATE, Target.Ref.instance());
        whoMay(
                "who may in the organization",
                RosterPermission.WORKSPACE_CREATE,
                new Target.Ref(Target.Kind.ORGANIZATION, organization));
        whoMay(
                "who may in the large workspace",
                RosterPermission.MEMBER_ADD,
                new Target.Ref(Target.Kind.WORKSPACE, GrownStore.LARGE));
        whoMay(
                "who may in the small workspace",
                RosterPermission.WORKSPACE_READ,
                new Target.Ref(Target.Kind.WORKSPACE, GrownStore.SMALL));
        whoMay(
                "who may on a dataset",
                RosterPermission.DATASET_READ,
                new Target.Ref(Target.Kind.DATASET, GrownStore.DATASET));
    }

    private void users(String name, UnaryOperator<UserFilter> filter) {
        UserFilter asked = filter.apply(UserFilter.all());
        questions.put(name, () -> roster.get(ListUsers.class).handle(caller, asked, PAGE));
    }

    private void count(String name, UnaryOperator<UserFilter> filter) {
        UserFilter asked = filter.apply(UserFilter.all());
        questions.put(name, () -> roster.get(ListUsers.class).count(caller, asked));
    }

    private void events(String name, UnaryOperator<AuditTrail.Filter> filter) {
        AuditTrail.Filter asked = filter.apply(AuditTrail.Filter.all());
        questions.put(name, () -> roster.get(ListAuditEvents.class).handle(caller, asked, PAGE));
    }

    private void whoMay(String name, RosterPermission permission, Target.Ref target) {
        WhoMay.Query asked = new WhoMay.Query(permission, target);
        questions.put(name, () -> roster.get(WhoMay.class).handle(caller, asked, PAGE));
    }
}
