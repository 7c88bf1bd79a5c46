package dev.roster.cli.role;

/** How targets are written, for every command that takes one. */
final class TargetHelp {
    static final String TEXT =
            "WORKSPACE, WORKSPACE/DATASET or KIND:NAME, where KIND is organization, workspace, dataset, "
                    + "user or role; an id can replace a name. Default: the whole instance.";

    private TargetHelp() {}
}
