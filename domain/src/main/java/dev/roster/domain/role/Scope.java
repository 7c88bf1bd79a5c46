package dev.roster.domain.role;

/**
 * What a permission applies to. It can be asked on such a thing, and on a place that contains such things: there it means
 * all of them. On anything else it is denied.
 */
public enum Scope {
    /** The installation, and everything that belongs to no other place. */
    NO_PLACE("the instance", false, false, false),
    USER("users", false, false, false),
    ROLE("roles", false, false, false),
    ORGANIZATION("organizations", true, false, false),
    WORKSPACE("workspaces", false, true, false),
    DATASET("datasets", false, false, true),
    ORGANIZATION_AND_WORKSPACE("organizations and workspaces", true, true, false),
    WORKSPACE_AND_DATASET("workspaces and datasets", false, true, true),
    /** Organizations, workspaces and datasets alike. */
    PLACE("places", true, true, true);

    private final String words;
    private final boolean organizations;
    private final boolean workspaces;
    private final boolean datasets;

    Scope(String words, boolean organizations, boolean workspaces, boolean datasets) {
        this.words = words;
        this.organizations = organizations;
        this.workspaces = workspaces;
        this.datasets = datasets;
    }

    /** For people, in the plural: {@code organizations and workspaces}. */
    public String words() {
        return words;
    }

    /** Whether it applies to an organization itself, and not only to what is in it. */
    public boolean isAboutOrganizations() {
        return organizations;
    }

    /** Whether it can be asked on an organization. */
    public boolean isAskedOnOrganizations() {
        return organizations || workspaces || datasets;
    }

    /** Whether it can be asked on a workspace. */
    public boolean isAskedOnWorkspaces() {
        return workspaces || datasets;
    }

    /** Whether it can be asked on a dataset, and so be cut to those that are open or assigned. */
    public boolean isAboutDatasets() {
        return datasets;
    }
}
