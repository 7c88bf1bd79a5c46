package dev.roster.domain.access.specification;

/**
 * What a question is asked on.
 *
 * @param name of its own in the whole world; empty for the instance
 */
public record Thing(Kind kind, String name) {
    public enum Kind {
        INSTANCE,
        USER,
        ROLE,
        ORGANIZATION,
        WORKSPACE,
        DATASET
    }

    public static final Thing INSTANCE = new Thing(Kind.INSTANCE, "");

    public static Thing user(String name) {
        return new Thing(Kind.USER, name);
    }

    public static Thing role(String name) {
        return new Thing(Kind.ROLE, name);
    }

    public static Thing organization(String name) {
        return new Thing(Kind.ORGANIZATION, name);
    }

    public static Thing workspace(String name) {
        return new Thing(Kind.WORKSPACE, name);
    }

    public static Thing dataset(String name) {
        return new Thing(Kind.DATASET, name);
    }

    @Override
    public String toString() {
        return kind == Kind.INSTANCE ? "instance" : name;
    }
}
