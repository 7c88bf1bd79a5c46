package dev.roster.bootstrap;

import java.util.Map;

/** What the process was started with; a type of its own so that tests can start others. */
record Environment(Map<String, String> variables, String account, String version) {
    static Environment ofThisProcess() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new Environment(
                System.getenv(), System.getProperty("user.name", "unknown"), version == null ? "development" : version);
    }

    @Override
    public String toString() {
        return "Environment[" + account + "]";
    }
}
