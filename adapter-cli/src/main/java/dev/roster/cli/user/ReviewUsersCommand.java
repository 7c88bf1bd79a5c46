package dev.roster.cli.user;

import dev.roster.application.user.ReviewUsers;
import dev.roster.application.user.ReviewUsers.Reviewed;
import dev.roster.cli.terminal.Layout;
import dev.roster.cli.terminal.Names;
import dev.roster.cli.terminal.Operator;
import dev.roster.cli.terminal.Output;
import dev.roster.cli.terminal.PageOptions;
import dev.roster.cli.terminal.UserOrderOption;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "review",
        header = "Show the total activity of users, to find unused accounts.",
        description =
                "Takes the same conditions as roster users list. DATASETS counts the datasets that a user created. "
                        + "--columns and --output show more.",
        footer = {
            "",
            "Examples:",
            "  roster users review --workspace legal",
            "  roster users review --all --output csv > review.csv"
        })
final class ReviewUsersCommand implements Runnable {
    static final Layout<Reviewed> LAYOUT = Layout.<Reviewed>of("users")
            .detail("user.id", reviewed -> reviewed.user().id())
            .column("user.username", "user", reviewed -> reviewed.user().username())
            .detail("user.email", reviewed -> reviewed.user().email())
            .column("user.role", reviewed -> reviewed.user().role())
            .column("user.status", reviewed -> reviewed.user().status().word())
            .day("user.created_at", "created", reviewed -> reviewed.user().createdAt())
            .column(
                    "datasets_created",
                    "datasets",
                    reviewed -> reviewed.summary().created())
            .detail("datasets_contributed_to", reviewed -> reviewed.summary().contributedTo())
            .column("contributions", reviewed -> reviewed.summary().contributions())
            .detail("last_contribution_at", reviewed -> reviewed.summary().lastContributionAt())
            .day("last_activity_at", "last seen", reviewed -> reviewed.user().lastActivityAt());

    private final Operator operator;
    private final Names names;
    private final Output output;
    private final Provider<ReviewUsers> reviewUsers;

    @Mixin
    private UserConditions conditions;

    @Mixin
    private UserOrderOption sort;

    @Mixin
    private PageOptions pages;

    @Inject
    ReviewUsersCommand(Operator operator, Names names, Output output, Provider<ReviewUsers> reviewUsers) {
        this.operator = operator;
        this.names = names;
        this.output = output;
        this.reviewUsers = reviewUsers;
    }

    @Override
    public void run() {
        var filter = conditions.filter(names).withOrder(sort.order());
        output.list(LAYOUT, pages, page -> reviewUsers.get().handle(operator.caller(), filter, page));
    }
}
