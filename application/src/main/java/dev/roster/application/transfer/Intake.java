package dev.roster.application.transfer;

import dev.roster.application.access.Caller;
import dev.roster.domain.RefusedException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Takes in the lines of one file, many of a kind at a time. Made anew for each run through it. */
final class Intake {
    private static final int MANY = 250;

    private final PlaceIntake places;
    private final UserIntake users;
    private final NewcomerIntake newcomers;
    private final HoldingIntake holdings;
    private final Tally tally = new Tally();
    private final List<Line> waiting = new ArrayList<>(MANY);
    private Class<?> kind = Entry.class;

    @Inject
    Intake(PlaceIntake places, UserIntake users, NewcomerIntake newcomers, HoldingIntake holdings) {
        this.places = places;
        this.users = users;
        this.newcomers = newcomers;
        this.holdings = holdings;
    }

    void take(Caller caller, Line line) {
        RefusedException fault = line.fault();
        Entry entry = line.entry();
        if (fault != null || entry == null) {
            tally.wrong(line, fault == null ? RefusedException.invalid("line", "the line is empty") : fault);
            return;
        }
        if (waiting.size() == MANY || !entry.getClass().equals(kind)) {
            takeWaiting(caller);
            kind = entry.getClass();
        }
        waiting.add(line);
    }

    ImportReport end(Caller caller) {
        takeWaiting(caller);
        return tally.report();
    }

    private void takeWaiting(Caller caller) {
        List<Line> lines = List.copyOf(waiting);
        waiting.clear();
        if (lines.isEmpty()) {
            return;
        }
        if (kind.equals(Entry.OfUser.class)) {
            users.take(lines, tally);
        } else if (kind.equals(Entry.OfNewcomer.class)) {
            newcomers.take(lines, tally);
        } else if (HoldingIntake.takes(kind)) {
            holdings.take(lines, tally);
        } else {
            lines.forEach(line -> tally.step(line, one -> places.take(caller, one, tally)));
        }
    }
}
