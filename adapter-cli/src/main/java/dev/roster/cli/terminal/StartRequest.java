package dev.roster.cli.terminal;

import dev.roster.domain.credential.Password;
import dev.roster.domain.credential.UserToken;
import dev.roster.domain.user.Username;
import dev.roster.domain.workspace.WorkspaceName;
import org.jspecify.annotations.Nullable;

/**
 * How to start. What is null was not given on the command line; the environment may still say it.
 *
 * @param demo on a throw-away store with sample people, workspaces and datasets
 * @param username of the first owner
 * @param token of the first owner
 * @param workspace to make along with the first owner
 */
public record StartRequest(
        boolean demo,
        @Nullable Username username,
        @Nullable Password password,
        @Nullable UserToken token,
        @Nullable WorkspaceName workspace) {}
