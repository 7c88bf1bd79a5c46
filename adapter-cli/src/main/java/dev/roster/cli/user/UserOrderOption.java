package dev.roster.cli.user;

import dev.roster.application.port.UserOrder;
import picocli.CommandLine.Option;

/** The order of a list of users. */
final class UserOrderOption {
    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            defaultValue = "oldest",
            description = "oldest or newest account first, username, active (last seen first) or dormant (not seen for "
                    + "longest first); default: oldest.")
    private UserOrder order = UserOrder.OLDEST;

    UserOrder order() {
        return order;
    }
}
