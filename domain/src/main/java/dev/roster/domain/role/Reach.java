package dev.roster.domain.role;

/** How far a role reaches with a permission, the farthest first. */
public enum Reach {
    EVERYWHERE("everywhere"),
    /** In the organizations or workspaces where the role is held. */
    WITHIN("within"),
    /** In the organizations where a membership has the role as its own, and in their workspaces. */
    ORGANIZATIONS("organizations"),
    /** In the datasets of those workspaces that are open to the workspace or assigned to the user. */
    ASSIGNED("assigned"),
    NOWHERE("–");

    private final String word;

    Reach(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
