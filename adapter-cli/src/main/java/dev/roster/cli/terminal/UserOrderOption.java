package dev.roster.cli.terminal;

import dev.roster.application.port.UserOrder;
import picocli.CommandLine.Option;

/** The order of a list of users. */
public final class UserOrderOption {
    @Option(
            names = "--sort",
            paramLabel = "ORDER",
            defaultValue = "oldest",
            description = "oldest or newest: by creation of the account; username; active: last seen first; dormant: "
                    + "unseen for longest first. Default: oldest.")
    private UserOrder order = UserOrder.OLDEST;

    public UserOrder order() {
        return order;
    }
}
