package dev.roster.application.importing;

import dev.roster.application.access.Caller;
import dev.roster.domain.RefusedException;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One user, workspace or membership of the other platform, and what becomes of it. */
public final class ImportStep {
    /** What it is. */
    public enum Kind {
        USER,
        WORKSPACE,
        MEMBER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What becomes of it. */
    public enum Outcome {
        /** It is to be made. */
        CREATE,
        /** It was made. */
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

    /** For people: a username, a workspace's name, or {@code ada in legal}. */
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
