package dev.roster.http;

import dev.roster.application.given.Given;
import dev.roster.application.given.GivenUser;
import dev.roster.application.given.Ports;
import dev.roster.application.invitation.ShowInviteLink;
import dev.roster.domain.access.Grant;
import dev.roster.domain.access.GrantId;
import dev.roster.domain.credential.ApiKey;
import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.SecretText;
import dev.roster.domain.dataset.Dataset;
import dev.roster.domain.dataset.Restriction;
import dev.roster.domain.invitation.InvitationBuilder;
import dev.roster.domain.invitation.InvitationId;
import dev.roster.domain.invitation.InviteLinkBuilder;
import dev.roster.domain.invitation.InviteMode;
import dev.roster.domain.invitation.PendingSignUp;
import dev.roster.domain.organization.Organization;
import dev.roster.domain.role.PredefinedRole;
import dev.roster.domain.role.Role;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.EmailAddress;
import dev.roster.domain.user.Profile;
import dev.roster.domain.user.Stay;
import dev.roster.domain.user.UserStatus;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.Workspace;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * One of everything that a request can be about, made afresh so that no request sees what one before it did: an
 * organization, a workspace and a dataset in it, an annotator there, and what belongs to them. Everything is called
 * {@code scene}, a number and what it is.
 */
final class Scene {
    private static final Duration LONG = Duration.ofDays(30);
    private static final AtomicInteger SCENES = new AtomicInteger();

    final Organization organization;
    final Workspace workspace;
    final Dataset dataset;
    final String name;

    private final Ports ports;
    private final Given given;
    private final GivenUser annotator;
    private final GivenUser maker;
    private final Role role;
    private int people;

    Scene(TestServer server) {
        name = "scene" + SCENES.incrementAndGet();
        ports = server.fakes().ports();
        given = server.given();
        organization = given.organization(name + " organization");
        workspace = given.workspace(name + "-workspace", organization);
        dataset = given.dataset(name + " dataset", workspace);
        annotator = member("annotator").assignedTo(dataset).password("correct horse");
        maker = given.owner(name + " maker");
        role = given.role(name + " role", RosterPermission.DATASET_READ);
    }

    private GivenUser member(String what) {
        return colleague(what).in(workspace);
    }

    private GivenUser colleague(String what) {
        return person(what).in(organization);
    }

    private GivenUser person(String what) {
        people++;
        return given.user(name + " " + what + " " + people).email(name + "-" + what + people + "@example.org");
    }

    /**
     * What stands in a request for what there is, by parameter or field; where an operation needs another than the usual
     * one, by operation and field. Each is made when it is asked for.
     */
    Map<String, Supplier<String>> things() {
        Map<String, Supplier<String>> things = new TreeMap<>();
        things.put("organization_id", organization.id()::toString);
        things.put("workspace_id", workspace.id()::toString);
        things.put("dataset_id", dataset.id()::toString);
        things.put("user_id", annotator.id()::toString);
        things.put("role_id", role.id()::toString);
        things.put("key_id", () -> key().id().toString());
        things.put("grant_id", () -> grant().id().toString());
        things.put("session_id", () -> annotator.session(name + "-session").id().toString());
        things.put("login", () -> annotator.user().username().value());
        things.put("current_password", () -> "correct horse");
        things.put("POST /v1/sessions password", () -> "correct horse");
        others(things);
        return things;
    }

    /** Operations that are about somebody who is not yet there, or no longer. */
    private void others(Map<String, Supplier<String>> things) {
        Supplier<String> stranger = () -> person("stranger").id().toString();
        Supplier<String> colleague = () -> colleague("colleague").id().toString();
        Supplier<String> member = () -> member("member").id().toString();
        Supplier<String> robot = () -> robot().id().toString();
        things.put("POST /v1/organizations/{organization_id}/members user_id", stranger);
        things.put("POST /v1/workspaces/{workspace_id}/members user_id", colleague);
        things.put("POST /v1/datasets/{dataset_id}/assignees user_id", member);
        things.put("DELETE /v1/datasets/{dataset_id}/restriction dataset_id", this::restricted);
        things.put("POST /v1/keys user_id", robot);
        things.put("POST /v1/users/{user_id}/invitation/resend user_id", this::invited);
        things.put("DELETE /v1/users/{user_id}/invitation user_id", this::invited);
        things.put("GET /v1/organizations/{organization_id}/invite-link organization_id", this::withInviteLink);
        things.put("DELETE /v1/workspaces/{workspace_id} workspace_id", this::emptied);
        things.put("POST /v1/password-resets/complete token", this::resetLink);
        things.put("POST /v1/sessions/log-in-link link", this::logInLink);
        things.put("POST /v1/me/token/reveal password", () -> "correct horse");
        things.put("POST /v1/invitations/show token", this::invitation);
        things.put("POST /v1/invitations/accept token", this::invitation);
        things.put("POST /v1/sign-up/confirmation token", this::signUpToConfirm);
        things.put("POST /v1/sign-up/confirmation password", () -> "correct horse");
        things.put("POST /v1/users/{user_id}/reactivate user_id", () -> inState("deactivated", UserStatus.DEACTIVATED));
        things.put("PUT /v1/users/{user_id}/stay user_id", this::guest);
        things.put("DELETE /v1/users/{user_id}/stay user_id", this::guest);
        things.put("POST /v1/users/{user_id}/erase user_id", () -> inState("deleted", UserStatus.DELETED));
    }

    private String guest() {
        return member("guest")
                .staying(new Stay(workspace.id(), Given.THEN.plus(LONG)))
                .id()
                .toString();
    }

    private String inState(String what, UserStatus status) {
        return member(what).status(status).id().toString();
    }

    /** A workspace goes only when it is empty. */
    private String emptied() {
        ports.assignments().removeAllOf(annotator.id());
        ports.datasets().remove(dataset.id());
        return workspace.id().toString();
    }

    private String restricted() {
        ports.datasets().update(dataset.withRestriction(new Restriction(Given.THEN, null)));
        return dataset.id().toString();
    }

    private String withInviteLink() {
        String secret = name + "-sign-up";
        ports.inviteLinks()
                .put(InviteLinkBuilder.builder()
                        .organization(organization.id())
                        .digest(new SecretText(secret).digest())
                        .sealed(ports.sealer().seal(ShowInviteLink.purpose(organization.id()), secret))
                        .createdAt(Given.THEN)
                        .uses(0)
                        .domains(Set.of())
                        .build());
        return organization.id().toString();
    }

    private String resetLink() {
        SecretText secret = new SecretText(name + "-reset");
        ports.passwordResets().put(annotator.id(), secret.digest(), Given.THEN.plus(LONG));
        return secret.reveal();
    }

    private String logInLink() {
        SecretText secret = new SecretText(name + "-log-in");
        ports.logInLinks().put(annotator.id(), secret.digest(), Given.THEN.plus(LONG));
        return secret.reveal();
    }

    private String invitation() {
        invited();
        return name + "-invitation";
    }

    private String signUpToConfirm() {
        SecretText secret = new SecretText(name + "-confirmation");
        SecretText link = new SecretText(name + "-sign-up");
        withInviteLink();
        ports.pendingSignUps()
                .add(new PendingSignUp(
                        secret.digest(),
                        new EmailAddress(name + "-newcomer@example.org"),
                        new Username(name + "-newcomer"),
                        Profile.named(new Username(name + "-newcomer")),
                        ports.passwordHasher().hash(Password.chosen("correct horse")),
                        link.digest(),
                        null,
                        Given.THEN,
                        Given.THEN.plus(LONG)));
        return secret.reveal();
    }

    private String invited() {
        GivenUser invited = member("invited").status(UserStatus.INVITED);
        ports.invitations()
                .put(InvitationBuilder.builder()
                        .id(new InvitationId(ports.ids().next()))
                        .number(0)
                        .user(invited.id())
                        .mode(InviteMode.LINK)
                        .digest(new SecretText(name + "-invitation").digest())
                        .createdAt(Given.THEN)
                        .sentAt(Given.THEN)
                        .expiresAt(Given.THEN.plus(LONG))
                        .build());
        return invited.id().toString();
    }

    private GivenUser robot() {
        return given.user(name + " robot " + ++people)
                .in(organization)
                .in(workspace)
                .serviceOf(maker);
    }

    private ApiKey key() {
        return robot().apiKey(name + "-key");
    }

    private Grant grant() {
        return ports.grants()
                .add(new Grant(
                        new GrantId(ports.ids().next()),
                        0,
                        annotator.id(),
                        PredefinedRole.VIEWER.ref(),
                        workspace.id(),
                        dataset.id(),
                        Given.THEN,
                        Given.THEN))
                .orElseThrow();
    }
}
