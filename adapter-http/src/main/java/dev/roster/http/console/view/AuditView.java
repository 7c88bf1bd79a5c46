package dev.roster.http.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The audit trail, newest first.
 *
 * @param form what it is narrowed by
 * @param kinds what actions can be about
 * @param doors the ways in
 * @param chart how much was done on each of the last days
 * @param export where the same events are as a file
 */
public record AuditView(
        FormView form,
        List<WhyView.Option> kinds,
        List<WhyView.Option> doors,
        Chart chart,
        List<Row> rows,
        PagerView pager,
        String export)
        implements View {
    /**
     * Something that was done.
     *
     * @param did the key of what was done, or null if no text describes it
     * @param action the same for programs
     * @param subject what it was done to, or nothing where the action says it all
     * @param subjectHref the events about that thing
     * @param door the key of the way in
     * @param changes the fields that changed
     */
    public record Row(
            TimeView at,
            String actor,
            @Nullable String actorHref,
            @Nullable String did,
            String action,
            String subject,
            String subjectHref,
            String door,
            @Nullable String address,
            List<Change> changes) {
        public Row {
            changes = List.copyOf(changes);
        }
    }

    /** A field before and after; null where it was or is not set. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /**
     * Columns, one for each day.
     *
     * @param width of the whole, in the units of the drawing
     * @param total how many events in all
     */
    public record Chart(List<Bar> bars, int width, String total) {
        public Chart {
            bars = List.copyOf(bars);
        }
    }

    /**
     * A column.
     *
     * @param x where it begins, in the units of the drawing
     * @param y where its top is
     * @param height how high it is, 0 for none
     * @param day as {@code 2026-03-01}
     */
    public record Bar(int x, int y, int height, String day, String count) {}

    public AuditView {
        kinds = List.copyOf(kinds);
        doors = List.copyOf(doors);
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "console/audit.jte";
    }

    @Override
    public String title() {
        return "audit.title";
    }
}
