package dev.roster.application.importing;

import dev.roster.application.access.Caller;
import dev.roster.domain.RefusedException;
import dev.roster.domain.text.Worded;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One thing of the other platform, and what is done with it. */
public final class ImportStep {
    /** What it is here. */
    public enum Kind implements Worded {
        ROLE("roles"),
        USER("users"),
        ORGANIZATION("organizations"),
        WORKSPACE("workspaces"),
        MEMBER("memberships"),
        GRANT("grants"),
        DATASET("datasets");

        private final String plural;

        Kind(String plural) {
            this.plural = plural;
        }

        public String plural() {
            return plural;
        }
    }

    /** What is done with it. */
    public enum Outcome {
        /** It will be created. */
        CREATE,
        /** It was created. */
        CREATED,
        /** It was there before. */
        PRESENT,
        /** It cannot be brought, the note says why. */
        LEFT_OUT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final Kind kind;
    private final String name;
    private final Outcome outcome;
    private final String note;
    private final @Nullable Consumer<Caller> work;

    private ImportStep(Kind kind, String name, Outcome outcome, String note, @Nullable Consumer<Caller> work) {
        this.kind = kind;
        this.name = name;
        this.outcome = outcome;
        this.note = note;
        this.work = work;
    }

    static ImportStep create(Kind kind, String name, Consumer<Caller> work) {
        return new ImportStep(kind, name, Outcome.CREATE, "", work);
    }

    /** The same with a word of warning. */
    ImportStep noting(String warning) {
        return new ImportStep(kind, name, outcome, warning, work);
    }

    static ImportStep present(Kind kind, String name, String note) {
        return new ImportStep(kind, name, Outcome.PRESENT, note, null);
    }

    static ImportStep leftOut(Kind kind, String name, String why) {
        return new ImportStep(kind, name, Outcome.LEFT_OUT, why, null);
    }

    /** The step as it ended; one with nothing to do is as it was. */
    ImportStep run(Caller caller) {
        if (work == null) {
            return this;
        }
        try {
            work.accept(caller);
            return new ImportStep(kind, name, Outcome.CREATED, note, null);
        } catch (RefusedException refusal) {
            return leftOut(kind, name, refusal.reason());
        }
    }

    boolean isWork() {
        return work != null;
    }

    public Kind kind() {
        return kind;
    }

    /** For people: a username, the name of a role or place, {@code ada in legal}, or {@code Clerk for ada on legal}. */
    public String name() {
        return name;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Why it was left out, or what is different here; empty for most. */
    public String note() {
        return note;
    }

    @Override
    public String toString() {
        return outcome.word() + " " + kind.word() + " " + name + (note.isEmpty() ? "" : ": " + note);
    }
}
