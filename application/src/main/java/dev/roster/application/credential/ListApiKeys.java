package dev.roster.application.credential;

import dev.roster.application.access.Caller;
import dev.roster.application.paging.Page;
import dev.roster.application.paging.PageRequest;
import dev.roster.application.port.ApiKeys;
import dev.roster.application.port.Users;
import dev.roster.application.port.Workspaces;
import dev.roster.application.work.UnitOfWork;
import dev.roster.domain.access.Target;
import dev.roster.domain.credential.ApiKeyForm;
import dev.roster.domain.credential.ApiKeyStatus;
import dev.roster.domain.role.RosterPermission;
import dev.roster.domain.user.UserId;
import dev.roster.domain.user.UserKind;
import dev.roster.domain.workspace.WorkspaceId;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Lists API keys in order of creation, never their secrets. Callers see their own keys, those of their service accounts and
 * the service keys that they created; with {@code service-key:read} the service keys of a workspace; and all keys if they
 * may change users.
 */
public final class ListApiKeys {
    /**
     * Which keys; a null condition does not filter.
     *
     * @param user whose
     * @param kind of people or of service accounts
     * @param creator who created them
     * @param workspace of the service accounts that are members of this workspace
     * @param form whose secrets are written so
     */
    @RecordBuilder
    public record Query(
            @Nullable UserId user,
            @Nullable UserKind kind,
            @Nullable UserId creator,
            @Nullable WorkspaceId workspace,
            @Nullable ApiKeyForm form,
            @Nullable ApiKeyStatus status)
            implements ListApiKeysQueryBuilder.With {
        public static Query all() {
            return ListApiKeysQueryBuilder.builder().build();
        }
    }

    private final UnitOfWork work;
    private final KeyOwnership owners;
    private final Users users;
    private final Workspaces workspaces;
    private final ApiKeys keys;
    private final Activity activity;

    @Inject
    ListApiKeys(
            UnitOfWork work, KeyOwnership owners, Users users, Workspaces workspaces, ApiKeys keys, Activity activity) {
        this.work = work;
        this.owners = owners;
        this.users = users;
        this.workspaces = workspaces;
        this.keys = keys;
        this.activity = activity;
    }

    public Page<ApiKeys.Owned> handle(Caller caller, Query query, PageRequest page) {
        return work.reading(() -> {
            UserKind kind = query.workspace() == null ? query.kind() : UserKind.SERVICE;
            require(caller, query);
            ApiKeys.Filter filter = ApiKeys.Filter.at(work.now())
                    .withUser(query.user())
                    .withKind(kind)
                    .withCreator(query.creator())
                    .withWorkspace(query.workspace())
                    .withForm(query.form())
                    .withStatus(query.status());
            return keys.list(filter, page)
                    .map(owned -> new ApiKeys.Owned(activity.upToDate(owned.key()), owned.user()));
        });
    }

    private void require(Caller caller, Query query) {
        if (query.workspace() != null) {
            work.guard()
                    .require(caller, RosterPermission.SERVICE_KEY_READ, Target.of(workspaces.get(query.workspace())));
        } else if (query.user() != null) {
            owners.requireToSee(caller, users.get(query.user()));
        } else if (query.kind() == UserKind.SERVICE && query.creator() != null && caller.is(query.creator())) {
            work.guard().requireAccount(caller);
        } else {
            work.guard().require(caller, RosterPermission.USER_UPDATE, Target.instance());
        }
    }
}
