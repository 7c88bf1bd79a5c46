package dev.roster.http.console;

import dev.roster.application.port.AuditTrail;
import dev.roster.http.console.view.AuditView.Bar;
import dev.roster.http.console.view.AuditView.Chart;
import java.util.ArrayList;
import java.util.List;

/** Draws how much was done on each of the last days. */
final class BarChart {
    private static final int STEP = 10;
    private static final int HEIGHT = 60;

    private BarChart() {}

    static Chart of(List<AuditTrail.Day> days) {
        long most = days.stream().mapToLong(AuditTrail.Day::events).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (AuditTrail.Day day : days) {
            int height = height(day.events(), most);
            bars.add(new Bar(
                    bars.size() * STEP,
                    HEIGHT - height,
                    height,
                    day.day().toString(),
                    AuditPages.number(day.events())));
        }
        long total = days.stream().mapToLong(AuditTrail.Day::events).sum();
        return new Chart(bars, bars.size() * STEP, AuditPages.number(total));
    }

    /** Whatever there is can be seen. */
    private static int height(long count, long most) {
        return count == 0 ? 0 : (int) Math.max(2, count * HEIGHT / most);
    }
}
