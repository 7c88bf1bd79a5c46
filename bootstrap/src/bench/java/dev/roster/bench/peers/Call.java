package dev.roster.bench.peers;

/** What every server is asked, and over how many connections. */
enum Call {
    WHO_AM_I("who am I", 8),
    SHORT_LIST("list of 100", 8),
    // As answers that take seconds would fill a run if eight waited for them at once.
    LONG_LIST("list of 10,000", 2),
    CREATE("create", 8),
    LOG_IN("log-in", 8);

    static final int FEW = 100;
    static final int MANY = 10_000;

    private final String title;
    private final int connections;

    Call(String title, int connections) {
        this.title = title;
        this.connections = connections;
    }

    String title() {
        return title;
    }

    int connections() {
        return connections;
    }

    boolean isList() {
        return this == SHORT_LIST || this == LONG_LIST;
    }

    /** How many people there are while it is measured; later calls have no fewer. */
    int people() {
        return compareTo(SHORT_LIST) <= 0 ? FEW : MANY;
    }
}
