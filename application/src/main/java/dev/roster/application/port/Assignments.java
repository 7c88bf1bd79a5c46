package dev.roster.application.port;

import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.domain.dataset.Assignment;
import dev.roster.domain.dataset.DatasetId;
import dev.roster.domain.membership.Place;
import dev.roster.domain.user.User;
import dev.roster.domain.user.UserId;
import java.util.Optional;

/** Which annotator is assigned to which dataset. */
public interface Assignments {
    /** An assigned user and the assignment. */
    record Assignee(User user, Assignment assignment) {}

    /** Returns the assignment with its number; empty, and changes nothing, when there was one already. */
    Optional<Assignment> add(Assignment assignment);

    /** Returns false, and changes nothing, when there was no such assignment. */
    boolean remove(DatasetId dataset, UserId user);

    void removeAllOf(UserId user);

    /** Removes the user's assignments to the datasets in a workspace, or in an organization's workspaces. */
    void removeAllOf(UserId user, Place place);

    /** In order of assignment; the page's numbers are the assignments'. */
    Page<Assignee> assignees(DatasetId dataset, PageRequest page);
}
