package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.Passwords.Kept;
import dev.roster.domain.RefusedException;
import dev.roster.domain.access.Grant;
import dev.roster.domain.annex.Annex;
import dev.roster.domain.annex.AnnexOwner;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.Contribution;
import dev.roster.domain.membership.FormerMembership;
import dev.roster.domain.membership.Membership;
import dev.roster.domain.membership.Place;
import dev.roster.domain.text.NameKey;
import dev.roster.domain.user.Avatar;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The whole store, for exporting it to a file and importing from one. Lists are in
 * order of creation, by number. What is added or looked up comes many at a time, at most {@link PageRequest#MOST}; what is
 * added gets its number in the order given, and each answer says, in that order, whether it was added or was there before.
 */
public interface WholeStore {
    /** Those of one kind of place. */
    Page<Membership> memberships(Place.Kind kind, PageRequest page);

    Page<FormerMembership> formerMembers(PageRequest page);

    /** Those of one kind of owner. */
    Page<Annex> annexes(AnnexOwner.Kind kind, PageRequest page);

    Page<Assignment> assignments(PageRequest page);

    Page<Contribution> contributions(PageRequest page);

    /** Those of the users who have one. */
    Map<UserId, Avatar> avatars(Set<UserId> users);

    /** Those of the users who have one. */
    Map<UserId, Kept> passwords(Set<UserId> users);

    /** Those of the usernames and e-mails that some user logs in with. */
    Set<NameKey> takenLogins(Set<NameKey> wanted);

    /**
     * Adds users with any status. There before is who has that id.
     *
     * @throws RefusedException CONFLICT naming {@code username}, when what a new one logs in with is another user's
     */
    List<Boolean> addUsers(List<User> users);

    /** Sets the passwords of users who have none. */
    void addPasswords(Map<UserId, Kept> passwords, Instant at);

    /**
     * There before is what has that id, or that user and place.
     *
     * @param memberships of places of one kind
     */
    List<Boolean> addMemberships(List<Membership> memberships);

    /** A user who has already left that organization, or is a member of it, counts as existing. */
    List<Boolean> addFormerMembers(List<FormerMembership> formers);

    /**
     * There before is what has that owner, kind and key.
     *
     * @param annexes of owners of one kind
     */
    List<Boolean> addAnnexes(List<Annex> annexes);

    List<Boolean> addAssignments(List<Assignment> assignments);

    /** There before is what has that id, or that user and place. */
    List<Boolean> addGrants(List<Grant> grants);

    /** Adds running totals; one that is there before stays what it is. */
    List<Boolean> addContributions(List<Contribution> contributions);
}
