package dev.roster.http.console;

import dev.roster.application.access.Caller;
import dev.roster.domain.role.RosterPermission;
import dev.roster.http.console.view.OptionView;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What the caller may do with several people at once, at least with some. */
final class ChosenActions {
    private final Choices choices;
    private final May may;

    @Inject
    ChosenActions(Choices choices, May may) {
        this.choices = choices;
        this.may = may;
    }

    List<OptionView> of(Caller caller) {
        List<OptionView> offered = new ArrayList<>();
        if (!choices.workspaces(caller, RosterPermission.MEMBER_ADD).isEmpty()) {
            offered.add(OptionView.worded("add", "chosen.add.button"));
        }
        if (may.everywhere(caller, RosterPermission.USER_UPDATE)) {
            offered.add(OptionView.worded("deactivate", "chosen.deactivate.button"));
        }
        if (may.everywhere(caller, RosterPermission.USER_DELETE)) {
            offered.add(OptionView.worded("delete", "chosen.delete.button"));
        }
        return offered;
    }
}
