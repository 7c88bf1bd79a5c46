package dev.roster.application.transfer;

import dev.roster.application.access.Caller;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in the lines of one file, many of a kind at a time. Made anew for each run through it. */
final class Intake {
    private static final int MANY = 250;

    private final PlaceIntake places;
    private final UserIntake users;
    private final StayIntake stays;
    private final NewcomerIntake newcomers;
    private final HoldingIntake holdings;
    private final AnnexIntake annexes;
    private final Tally tally = new Tally();
    private final List<Line> waiting = new ArrayList<>(MANY);
    private Class<?> type = Entry.class;
    private Entry.@Nullable Kind kind;

    @Inject
    Intake(
            PlaceIntake places,
            UserIntake users,
            StayIntake stays,
            NewcomerIntake newcomers,
            HoldingIntake holdings,
            AnnexIntake annexes) {
        this.places = places;
        this.users = users;
        this.stays = stays;
        this.newcomers = newcomers;
        this.holdings = holdings;
        this.annexes = annexes;
    }

    void take(Caller caller, Line line) {
        if (line.skipped() != null) {
            tally.skip(line, line.skipped());
            return;
        }
        line.faults().forEach(fault -> tally.wrong(line, fault));
        Entry entry = line.entry();
        if (entry == null) {
            return;
        }
        if (waiting.size() == MANY || !entry.getClass().equals(type) || entry.kind() != kind) {
            takeWaiting(caller);
            type = entry.getClass();
            kind = entry.kind();
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
        if (type.equals(Entry.OfUser.class)) {
            users.take(lines, tally);
        } else if (type.equals(Entry.OfStay.class)) {
            lines.forEach(line -> tally.step(line, one -> stays.take(one, users::cameIn, tally)));
        } else if (type.equals(Entry.OfNewcomer.class)) {
            newcomers.take(lines, tally);
        } else if (HoldingIntake.takes(type)) {
            holdings.take(lines, tally);
        } else if (type.equals(Entry.OfAnnex.class)) {
            annexes.take(lines, tally);
        } else {
            lines.forEach(line -> tally.step(line, one -> places.take(caller, one, tally)));
        }
    }
}
