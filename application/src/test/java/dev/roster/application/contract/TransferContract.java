package dev.roster.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.application.access.Caller;
import dev.roster.application.access.Origin;
import dev.roster.application.fake.Fakes;
import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.given.SamplePicture;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.AuditTrail;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.application.port.RegisteredPermissions.Registered;
import dev.roster.application.port.UserFilter;
import dev.roster.application.scenario.UseCases;
import dev.roster.application.transfer.Entry;
import dev.roster.application.transfer.Entry.Seat;
import dev.roster.application.transfer.ExportEverything;
import dev.roster.application.transfer.ImportEverything;
import dev.roster.application.transfer.ImportReport;
import dev.roster.application.transfer.ImportReport.Note;
import dev.roster.application.transfer.Line;
import dev.roster.application.transfer.TransferFile;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.audit.AuditEvent;
import dev.roster.domain.audit.Door;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretDigest;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.DatasetAccess;
import dev.roster.domain.dataset.DatasetBuilder;
import dev.roster.domain.dataset.Restriction;
import dev.roster.domain.invitation.Invitation;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.MembershipBuilder;
import dev.roster.domain.membership.MembershipId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Reach;
import dev.roster.domain.role.RegisteredPermission;
import dev.roster.domain.role.RegisteredReach;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import dev.roster.domain.workspace.WorkspaceName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must come of an export and an import on every store. */
public interface TransferContract extends StoreContract {
    Instant NOW = Given.THEN.plusSeconds(3_600);
    Caller OPERATOR = Caller.operator("tester", Origin.of(Door.CLI));

    /** Lines that lie in memory. */
    record Lines(List<Line> lines) implements TransferFile {
        static Lines of(List<Entry> entries) {
            return new Lines(IntStream.range(0, entries.size())
                    .mapToObj(at -> Line.of(at + 1, entries.get(at)))
                    .toList());
        }

        static Lines of(Entry... entries) {
            return of(List.of(entries));
        }

        @Override
        public String name() {
            return "some.jsonl";
        }

        @Override
        public String read(Consumer<Line> consumer) {
            lines.forEach(consumer);
            return "a digest";
        }
    }

    private static UseCases over(Ports ports) {
        return UseCases.over(ports, () -> NOW);
    }

    private static List<Entry> export(Ports ports, boolean withPasswordHashes) {
        List<Entry> entries = new ArrayList<>();
        over(ports).get(ExportEverything.class).handle(OPERATOR, withPasswordHashes, new ExportEverything.Receiver() {
            @Override
            public void begin(Instant at) {
                assertThat(at).isEqualTo(NOW);
            }

            @Override
            public void add(Entry entry) {
                entries.add(entry);
            }
        });
        return entries;
    }

    private static ImportReport take(Ports ports, Entry... entries) {
        return take(ports, Lines.of(entries), false);
    }

    private static ImportReport take(Ports ports, TransferFile file, boolean dryRun) {
        return over(ports).get(ImportEverything.class).handle(OPERATOR, file, dryRun);
    }

    /** All that an entry says but the number. */
    private static List<String> told(List<Entry> entries) {
        return entries.stream().map(TransferContract::told).toList();
    }

    private static String told(Entry entry) {
        String text = entry.toString();
        if (entry instanceof Entry.OfUser user) {
            Avatar avatar = user.avatar();
            text = user.user() + " " + (avatar == null ? "" : avatar.digest()) + " " + user.password();
        }
        return text.replaceAll("number=\\d+", "");
    }

    /** Of a registered permission. */
    RegisteredReach REACH =
            new RegisteredReach(Map.of(PredefinedRole.MANAGER, Reach.WITHIN, PredefinedRole.ANNOTATOR, Reach.ASSIGNED));

    /** A bit of everything that there is, with a password and a picture as that other installation would make them. */
    private static void populate(Ports ports, Ports like) {
        Given given = new Given(ports);
        Organization home = given.organization();
        Organization acme = given.organization("Acme & Söhne");
        ports.registeredPermissions()
                .add(new Registered(new RegisteredPermission("arize:DASHBOARD_READ"), "reads dashboards", REACH));
        Role commenter = given.role(
                "commenter", RosterPermission.DATASET_READ, new RegisteredPermission("arize:DASHBOARD_READ"));
        Role lead = given.reachingRole("lead", RosterPermission.MEMBER_READ);
        Workspace legal = given.workspace("legal", acme);
        ports.workspaces().update(legal.withTitle("Legal").withDescription("All\nthat is signed"));
        Workspace sales = given.workspace("sales");
        GivenUser olga = given.owner("olga").email("olga@example.org").in(home);
        olga.token("a-chosen-token").session("a session");
        ports.passwords().set(olga.id(), like.passwordHasher().hash(Password.chosen("correct horse")), Given.THEN);
        ports.avatars().set(olga.id(), like.pictures().toAvatar(SamplePicture.png(0x123456)));
        GivenUser ana = given.user("Änne")
                .role(commenter)
                .in(acme, lead)
                .in(legal)
                .in(home)
                .in(sales, commenter);
        User robot = given.newUser("robot").asServiceOf(olga.id());
        ports.users().add(robot);
        given.user("gina").staying(new Stay(legal.id(), NOW.plusSeconds(600)));
        given.user("gerd").staying(new Stay(sales.id(), null)).in(home).in(sales);
        GivenUser gone = given.user("gone").email("gone@example.org");
        Dataset letters = ports.datasets()
                .add(DatasetBuilder.builder(given.newDataset("letters", legal))
                        .access(DatasetAccess.ASSIGNED)
                        .restriction(new Restriction(Given.THEN, olga.id()))
                        .creator(gone.id())
                        .build());
        attach(ports, AnnexOwner.of(letters.id()));
        attach(ports, AnnexOwner.of(acme.id()));
        attach(ports, AnnexOwner.of(ana.id()));
        ana.assignedTo(letters).granted(commenter, letters).granted(PredefinedRole.VIEWER.role(), sales);
        ports.contributions().record(letters.id(), gone.id(), 7, Given.THEN);
        ports.contributions().record(letters.id(), ana.id(), 2, Given.THEN);
        gone.status(UserStatus.DELETED);
        given.user("gone").status(UserStatus.DEACTIVATED).left(acme).left(home);
        GivenUser ivo = given.user("ivo")
                .email("ivo@example.org")
                .status(UserStatus.INVITED)
                .in(home);
        ports.users().stampActivity(Map.of(ana.id(), NOW));
        ports.invitations().put(invitation(ports, ivo, olga));
    }

    private static void attach(Ports ports, AnnexOwner owner) {
        ports.annexes().add(new Annex(owner, 0, "argilla:field", "text", "{\"a\":1}", Given.THEN));
        ports.annexes().add(new Annex(owner, 0, "argilla:question", "of " + owner.kind(), "", Given.THEN));
    }

    private static Invitation invitation(Ports ports, GivenUser invited, GivenUser inviter) {
        return new Invitation(
                new InvitationId(ports.ids().next()),
                0,
                invited.id(),
                InviteMode.LINK,
                SecretDigest.of("the secret of a link"),
                inviter.id(),
                Given.THEN,
                Given.THEN,
                NOW.plusSeconds(60));
    }

    @Test
    default void whatGoesOutComesInAsItWas() {
        Ports source = new Fakes().ports();
        Ports target = ports();
        populate(source, target);
        List<Entry> first = export(source, true);

        ImportReport report = take(target, Lines.of(first), false);

        assertThat(report.wrong()).isEmpty();
        assertThat(report.skips()).isZero();
        assertThat(report.added().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(first.size());
        assertThat(first).extracting(Entry::kind).contains(Entry.Kind.values()).isSorted();
        assertThat(told(export(target, true))).isEqualTo(told(first));
    }

    @Test
    default void noSecretComesAlong() {
        Ports source = new Fakes().ports();
        Ports target = ports();
        populate(source, target);

        take(target, Lines.of(export(source, false)), false);

        User olga = target.users().findByUsername(NameKey.of("olga")).orElseThrow();
        assertThat(target.passwords().find(olga.id())).isEmpty();
        assertThat(target.userTokens().sealedOf(olga.id())).isEmpty();
        assertThat(target.sessions().of(olga.id())).isEmpty();
        assertThat(target.bearers().find(SecretDigest.of("a-chosen-token"))).isEmpty();
        assertThat(target.invitations().findByDigest(SecretDigest.of("the secret of a link")))
                .isEmpty();
        assertThat(told(export(source, false)).toString()).doesNotContain("hash=", "a-chosen-token");
    }

    @Test
    default void theOrganizationOfTheFirstStartMakesWay() {
        Ports source = new Fakes().ports();
        Ports target = ports();
        IntStream.range(0, 100).forEach(at -> source.ids().next());
        populate(source, target);
        new Given(target).organization("default");

        ImportReport report = take(target, Lines.of(export(source, false)), false);

        assertThat(report.wrong()).isEmpty();
        assertThat(target.organizations().findDefault().map(Organization::id))
                .isEqualTo(source.organizations().findDefault().map(Organization::id));
        assertThat(told(export(target, false))).isEqualTo(told(export(source, false)));
    }

    @Test
    default void whatIsThereIsSkippedAndStaysAsItIs() {
        Ports target = ports();
        populate(target, target);
        List<Entry> before = export(target, true);

        ImportReport report = take(target, Lines.of(before), false);

        assertThat(report.isWrong()).isFalse();
        assertThat(report.added()).isEmpty();
        assertThat(report.skips()).isEqualTo(before.size());
        assertThat(report.skipped()).extracting(Note::reason).containsOnly("there already");
        assertThat(told(export(target, true))).isEqualTo(told(before));
    }

    /** Whoever may import could otherwise put an end to any account, and to that of an administrator. */
    @Test
    default void aFilePutsNoEndToAnAccountThatWasThereBefore() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga");
        GivenUser ana = given.user("ana").role(PredefinedRole.ADMIN.role());
        User gina = given.newUser("gina");
        Stay stay = new Stay(null, NOW.plusSeconds(1));

        ImportReport report = take(
                target,
                new Entry.OfUser(ana.user(), null, null),
                new Entry.OfUser(gina, null, null),
                new Entry.OfStay(ana.id(), stay),
                new Entry.OfStay(gina.id(), stay));

        assertThat(report.wrong()).isEmpty();
        assertThat(report.added()).containsOnly(Map.entry(Entry.Kind.USER, 1L), Map.entry(Entry.Kind.STAY, 1L));
        assertThat(report.skipped())
                .extracting(Note::reason)
                .containsExactly("there already", "the account was there before the file and keeps having no end");
        assertThat(ana.user().stay()).isNull();
        assertThat(target.users().get(gina.id()).stay()).isEqualTo(stay);

        take(target, new Entry.OfStay(ana.id(), stay));

        assertThat(ana.user().stay()).isNull();
    }

    @Test
    default void noGuestComesInWithARightOnTheWholeInstance() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga");
        Role creator = given.role("creator", RosterPermission.USER_CREATE);
        User gina = given.newUser("gina").withRole(creator.ref());

        ImportReport report = take(
                target,
                new Entry.OfUser(gina, null, null),
                new Entry.OfStay(gina.id(), new Stay(null, NOW.plusSeconds(1))));

        assertThat(report.wrong()).extracting(Note::field).containsExactly("role");
        assertThat(target.users().find(gina.id())).isEmpty();
    }

    @Test
    default void dryRunKeepsNothing() {
        Ports source = new Fakes().ports();
        Ports target = ports();
        populate(source, target);
        new Given(target).organization("default");
        List<String> before = told(export(target, true));

        ImportReport report = take(target, Lines.of(export(source, false)), true);

        assertThat(report.added(Entry.Kind.USER)).isEqualTo(8);
        assertThat(told(export(target, true))).isEqualTo(before);
        assertThat(actions(target)).doesNotContain("instance.import");
    }

    private static List<String> actions(Ports ports) {
        return ports.auditTrail().list(AuditTrail.Filter.all(), PageRequest.first()).items().stream()
                .map(AuditEvent::action)
                .toList();
    }

    @Test
    default void oneEventTellsWhatCameInFromWhichFile() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga");
        given.workspace("legal");

        take(target, newcomer("ana", null, new Seat(new WorkspaceName("legal"), "viewer")), newcomer("olga", null));

        AuditEvent event = target.auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first())
                .items()
                .get(0);
        assertThat(event.action()).isEqualTo("instance.import");
        assertThat(event.actorName()).isEqualTo("operator tester");
        assertThat(event.changes()).containsOnlyKeys("file", "sha256", "user", "member", "skipped");
        assertThat(event.changes()).containsEntry("sha256", AuditEvent.Change.to("a digest"));
        assertThat(event.changes()).containsEntry("user", AuditEvent.Change.to("1"));
        assertThat(event.changes()).containsEntry("skipped", AuditEvent.Change.to("1"));
    }

    @Test
    default void exportSaysInTheTrailWhetherHashesWentAlong() {
        Ports target = ports();

        export(target, true);

        AuditEvent event = target.auditTrail()
                .list(AuditTrail.Filter.all(), PageRequest.first())
                .items()
                .get(0);
        assertThat(event.action()).isEqualTo("instance.export");
        assertThat(event.changes()).containsEntry("password_hashes", AuditEvent.Change.to("true"));
    }

    private static Entry newcomer(String username, @Nullable String email, Seat... seats) {
        return newcomer(username, email, null, seats);
    }

    private static Entry newcomer(String username, @Nullable String email, @Nullable String role, Seat... seats) {
        return Entry.OfNewcomer.named(new Username(username))
                .withEmail(email == null ? null : new EmailAddress(email))
                .withRole(role)
                .withSeats(List.of(seats));
    }

    @Test
    default void newcomersGetTheirRolesAndPlaces() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga");
        Organization home = given.organization();
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        given.role("commenter", RosterPermission.DATASET_READ);

        ImportReport report = take(
                target,
                newcomer("ana", "ana@example.org", "manager", new Seat(new WorkspaceName("LEGAL"), "commenter")),
                newcomer("bob", null, "commenter"));

        User ana = target.users().findByEmail(NameKey.of("ana@example.org")).orElseThrow();
        assertThat(report.added()).containsOnly(Map.entry(Entry.Kind.USER, 2L), Map.entry(Entry.Kind.MEMBER, 1L));
        assertThat(ana.role()).isEqualTo(PredefinedRole.MANAGER.ref());
        assertThat(ana.developer()).isTrue();
        assertThat(ana.createdAt()).isEqualTo(NOW);
        assertThat(target.memberships()
                        .find(Place.of(legal.id()), ana.id())
                        .orElseThrow()
                        .role())
                .hasToString("commenter");
        assertThat(target.memberships().find(Place.of(acme.id()), ana.id())).isPresent();
        assertThat(target.memberships().find(Place.of(home.id()), ana.id())).isPresent();
        assertThat(target.userTokens().sealedOf(ana.id())).isEmpty();
    }

    @Test
    default void whoseNameOrAddressIsSomebodysIsSkipped() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga").email("olga@example.org");
        given.organization();

        ImportReport report =
                take(target, newcomer("OLGA", null), newcomer("ana", "Olga@example.org"), newcomer("bob", null));

        assertThat(report.added(Entry.Kind.USER)).isEqualTo(1);
        assertThat(report.skipped())
                .containsExactly(
                        new Note(1, Entry.Kind.USER, null, "a user here already has the username `olga`"),
                        new Note(2, Entry.Kind.USER, null, "a user here already has the email `olga@example.org`"));
    }

    @Test
    default void wrongLinesAreAllToldAndNothingIsKept() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga");
        given.workspace("legal");
        Line unreadable = Line.wrong(9, RefusedException.invalid("email", "no address"));
        List<Line> lines = new ArrayList<>(Lines.of(
                        newcomer("ana", null),
                        newcomer("bob", null, "wizard"),
                        newcomer("eve", null, new Seat(new WorkspaceName("nowhere"), null)),
                        newcomer("Ana", null),
                        newcomer("ivo", null, new Seat(new WorkspaceName("legal"), "owner")),
                        newcomer(
                                "uwe",
                                null,
                                new Seat(new WorkspaceName("legal"), null),
                                new Seat(new WorkspaceName("legal"), null)))
                .lines());
        lines.add(unreadable);

        ImportReport report = take(target, new Lines(lines), false);

        assertThat(report.isWrong()).isTrue();
        assertThat(report.wrong())
                .extracting(Note::line, Note::field)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(2L, "role"),
                        Tuple.tuple(3L, "workspaces"),
                        Tuple.tuple(4L, "username"),
                        Tuple.tuple(5L, "role"),
                        Tuple.tuple(6L, "workspaces"),
                        Tuple.tuple(9L, "email"));
        assertThat(target.users().count(UserFilter.all())).isEqualTo(1);
        assertThat(actions(target)).doesNotContain("instance.import");
    }

    @Test
    default void linesThatReferToNothingAreWrong() {
        Ports source = new Fakes().ports();
        Ports target = ports();
        populate(source, target);
        new Given(target).owner("otto");
        List<Entry> lonely = export(source, false).stream()
                .filter(entry -> !(entry instanceof Entry.OfPermission)
                        && !(entry instanceof Entry.OfOrganization)
                        && !(entry instanceof Entry.OfUser))
                .toList();

        ImportReport report = take(target, Lines.of(lonely), true);

        assertThat(report.faults()).isEqualTo(lonely.size() - 1L);
        assertThat(report.added()).containsOnlyKeys(Entry.Kind.ROLE);
    }

    @Test
    default void theSameNameUnderAnotherIdIsWrong() {
        Ports source = new Fakes().ports();
        Ports target = ports();
        IntStream.range(0, 100).forEach(at -> source.ids().next());
        populate(source, target);
        populate(target, target);

        ImportReport report = take(target, Lines.of(export(source, false)), false);

        assertThat(report.wrong())
                .filteredOn(note -> note.kind() == Entry.Kind.USER)
                .extracting(Note::field)
                .contains("username");
        assertThat(report.wrong())
                .filteredOn(note -> note.kind() == Entry.Kind.ORGANIZATION)
                .extracting(Note::reason)
                .contains("another organization has the name `default` here; rename one of the two");
    }

    @Test
    default void placesThatNobodyMayHaveAreWrong() {
        Ports target = ports();
        Given given = new Given(target);
        Workspace legal = given.workspace("legal");
        Dataset calls = given.dataset("calls", given.workspace("sales"));
        given.owner("olga");
        GivenUser ana = given.user("ana");
        GivenUser gone = given.user("gone").status(UserStatus.DELETED);

        ImportReport report = take(
                target,
                new Entry.OfMember(member(target, legal, gone, null)),
                new Entry.OfMember(member(target, legal, ana, PredefinedRole.OWNER)),
                new Entry.OfGrant(new Grant(
                        new GrantId(target.ids().next()),
                        0,
                        ana.id(),
                        PredefinedRole.VIEWER.ref(),
                        legal.id(),
                        calls.id(),
                        NOW,
                        NOW)));

        assertThat(report.wrong()).extracting(Note::field).containsExactly("user_id", "role", "dataset_id");
    }

    @Test
    default void whatDoorsKeepNeedsAnOwnerWhoIsThere() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga");
        AnnexOwner gone =
                AnnexOwner.of(given.user("gone").status(UserStatus.DELETED).id());
        AnnexOwner nobody = AnnexOwner.of(given.newUser("nobody").id());
        AnnexOwner nowhere = AnnexOwner.of(given.newOrganization("nowhere").id());

        ImportReport report = take(target, kept(gone), kept(nobody), kept(nowhere));

        assertThat(report.wrong()).extracting(Note::field).containsExactly("user_id", "user_id", "organization");
        assertThat(target.annexes().of(gone, "argilla:field")).isEmpty();
    }

    private static Entry kept(AnnexOwner owner) {
        return new Entry.OfAnnex(new Annex(owner, 0, "argilla:field", "text", "{}", Given.THEN));
    }

    private static Membership member(Ports ports, Workspace workspace, GivenUser user, @Nullable PredefinedRole role) {
        return new Membership(
                new MembershipId(ports.ids().next()),
                0,
                Place.of(workspace.id()),
                user.id(),
                role == null ? null : role.ref(),
                NOW);
    }

    @Test
    default void hashesThatAreNoneAreWrong() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga");
        User ana = given.newUser("ana");

        ImportReport report = take(target, new Entry.OfUser(ana, null, new Kept("$argon2id$m=9", null)));

        assertThat(report.wrong()).extracting(Note::field).containsExactly("password_hash");
        assertThat(report.wrong().toString()).doesNotContain("argon2id$m");
    }

    @Test
    default void somebodyHasToBeAnActiveOwner() {
        Ports target = ports();
        new Given(target).organization();

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> take(target, newcomer("ana", null)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("role"));

        assertThat(target.users().isEmpty()).isTrue();
        assertThat(take(target, newcomer("ana", null, "owner")).added(Entry.Kind.USER))
                .isEqualTo(1);
    }

    @Test
    default void whoHasAPlaceInTheFileIsLetInAgain() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga");
        Organization acme = given.organization("acme");
        Workspace legal = given.workspace("legal", acme);
        GivenUser ana = given.user("ana").left(acme);
        GivenUser bob = given.user("bob").left(acme);
        GivenUser cid = given.user("cid").left(acme);
        GivenUser dan = given.user("dan").left(acme);

        ImportReport report = take(
                target,
                enrolled(target, Place.of(acme.id()), ana),
                enrolled(target, Place.of(legal.id()), bob),
                new Entry.OfGrant(new Grant(
                        new GrantId(target.ids().next()),
                        0,
                        cid.id(),
                        PredefinedRole.VIEWER.ref(),
                        legal.id(),
                        null,
                        Given.THEN,
                        Given.THEN)));

        assertThat(report.wrong()).isEmpty();
        assertThat(target.formerMembers().formerOf(acme.id(), Set.of(ana.id(), bob.id(), cid.id(), dan.id())))
                .containsExactly(dan.id());
        assertThat(target.memberships().find(Place.of(acme.id()), bob.id())).isPresent();
    }

    @Test
    default void whoIsAMemberOrWasDeletedIsNoFormerMember() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga");
        Organization acme = given.organization("acme");
        GivenUser ana = given.user("ana").in(acme);
        GivenUser bob = given.user("bob");
        GivenUser gone = given.user("gone").status(UserStatus.DELETED);

        assertThat(take(target, former(acme, gone)).wrong())
                .extracting(Note::field)
                .containsExactly("user_id");
        ImportReport report = take(target, former(acme, ana), former(acme, bob), former(acme, bob));

        assertThat(report.added(Entry.Kind.FORMER_MEMBER)).isEqualTo(1);
        assertThat(report.skipped()).extracting(Note::line).containsExactly(1L, 3L);
        assertThat(target.formerMembers().formerOf(acme.id(), Set.of(ana.id(), bob.id())))
                .containsExactly(bob.id());
    }

    private static Entry former(Organization organization, GivenUser user) {
        return new Entry.OfFormerMember(
                new FormerMembership(0, organization.id(), user.id(), Given.THEN, Given.THEN.plusSeconds(1)));
    }

    private static Entry enrolled(Ports ports, Place place, GivenUser user) {
        return new Entry.OfMember(MembershipBuilder.builder()
                .id(new MembershipId(ports.ids().next()))
                .number(0)
                .place(place)
                .user(user.id())
                .joinedAt(Given.THEN)
                .build());
    }

    @Test
    default void onlyOwnersMayDoEither() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga");
        Role almost = given.role("almost", RosterPermission.values());
        Caller eve = Caller.user(given.user("eve").role(almost).user(), Origin.of(Door.API));
        UseCases useCases = over(target);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(ImportEverything.class).handle(eve, Lines.of(List.of()), true))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(RefusedException.Kind.FORBIDDEN));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> useCases.get(ExportEverything.class)
                        .handle(eve, false, new ExportEverything.Receiver() {
                            @Override
                            public void begin(Instant at) {
                                throw new AssertionError("nothing may go out");
                            }

                            @Override
                            public void add(Entry entry) {
                                throw new AssertionError("nothing may go out");
                            }
                        }))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(RefusedException.Kind.FORBIDDEN));
        assertThat(actions(target)).isEmpty();
    }

    @Test
    default void manyComeInInTheirOrder() {
        Ports target = ports();
        Given given = new Given(target);
        given.owner("olga");
        given.workspace("legal");
        List<Entry> many = IntStream.range(0, 600)
                .mapToObj(at -> newcomer("user-" + at, null, new Seat(new WorkspaceName("legal"), null)))
                .toList();

        ImportReport report = take(target, Lines.of(many), false);

        assertThat(report.added(Entry.Kind.USER)).isEqualTo(600);
        assertThat(report.added(Entry.Kind.MEMBER)).isEqualTo(600);
        assertThat(target.users()
                        .list(UserFilter.all(), new PageRequest(0, 1_000))
                        .items())
                .extracting(user -> user.username().value())
                .startsWith("olga", "user-0", "user-1")
                .endsWith("user-599");
    }
}
