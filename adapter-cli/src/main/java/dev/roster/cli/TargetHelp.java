package dev.roster.cli;

/** How targets are written, for every command that takes one. */
final class TargetHelp {
    static final String TEXT = "WORKSPACE, WORKSPACE/DATASET, workspace:NAME, dataset:WORKSPACE/NAME, "
            + "organization:NAME, user:NAME, role:NAME or instance; ids do for names. The instance without.";

    private TargetHelp() {}
}
