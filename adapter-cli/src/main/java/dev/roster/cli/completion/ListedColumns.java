package dev.roster.cli.completion;

import dev.roster.cli.credential.KeysCommand;
import dev.roster.cli.installation.SettingsCommand;
import dev.roster.cli.invitation.InvitationsCommand;
import dev.roster.cli.place.MembersCommand;
import dev.roster.cli.role.PermissionsCommand;
import dev.roster.cli.role.WhatMayCommand;
import dev.roster.cli.role.WhoMayCommand;
import dev.roster.cli.terminal.Layouts;
import dev.roster.cli.user.PeopleCommand;
import dev.roster.cli.user.UsersCommand;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The columns of each list, by its command. */
final class ListedColumns {
    private static final Map<String, List<String>> COLUMNS = Map.ofEntries(
            Map.entry("roster audit", Layouts.AUDIT_EVENT.names()),
            Map.entry("roster datasets contributions", Layouts.CONTRIBUTION.names()),
            Map.entry("roster datasets assignees", Layouts.ASSIGNEE.names()),
            Map.entry("roster datasets list", Layouts.DATASET.names()),
            Map.entry("roster grants list", Layouts.GRANT.names()),
            Map.entry("roster invitations list", InvitationsCommand.COLUMNS),
            Map.entry("roster keys list", KeysCommand.COLUMNS),
            Map.entry("roster members list", Layouts.MEMBER.names()),
            Map.entry("roster members permissions", MembersCommand.COLUMNS_OF_PERMISSIONS),
            Map.entry("roster organizations list", Layouts.ORGANIZATION.names()),
            Map.entry("roster organizations members list", Layouts.MEMBER.names()),
            Map.entry("roster organizations members permissions", MembersCommand.COLUMNS_OF_PERMISSIONS),
            Map.entry("roster people list", PeopleCommand.COLUMNS),
            Map.entry("roster permissions", PermissionsCommand.COLUMNS),
            Map.entry("roster permissions list", PermissionsCommand.COLUMNS_OF_LIST),
            Map.entry("roster roles list", Layouts.ROLE.names()),
            Map.entry("roster service-accounts list", Layouts.USER.names()),
            Map.entry("roster sessions list", Layouts.SESSION.names()),
            Map.entry("roster settings", SettingsCommand.COLUMNS),
            Map.entry("roster users list", Layouts.USER.names()),
            Map.entry("roster users review", UsersCommand.COLUMNS_OF_REVIEW),
            Map.entry("roster users workspaces", Layouts.JOINED.names()),
            Map.entry("roster what-may", WhatMayCommand.COLUMNS),
            Map.entry("roster who-may", WhoMayCommand.COLUMNS),
            Map.entry("roster workspaces list", Layouts.WORKSPACE.names()));

    private ListedColumns() {}

    /** Those that the text may go on with: it names columns with commas between them, the last of them not to its end. */
    static Stream<String> after(String command, String text) {
        String before = text.substring(0, text.lastIndexOf(',') + 1);
        List<String> chosen = List.of(before.split(","));
        return COLUMNS.getOrDefault(command, List.of()).stream()
                .filter(name -> !chosen.contains(name))
                .map(name -> before + name);
    }
}
