package dev.roster.bench.plot;

import dev.roster.bench.plot.Svg.Anchor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines over sizes that multiply. Those that rise by more than the budget have a colour and a name, the others are grey. */
public final class LineChart {
    private static final int WIDTH = 830;
    private static final int HEIGHT = 460;
    private static final int LEFT = 60;
    private static final int RIGHT = 330;
    private static final int TOP = 34;
    private static final int BOTTOM = 44;
    private static final int LETTERS = 15;

    private final String title;
    private final List<Double> sizes;
    private final double mostRise;
    private final Map<String, List<Double>> lines = new LinkedHashMap<>();

    /** @param mostRise how many times the first value the last one may be */
    public LineChart(String title, List<Double> sizes, double mostRise) {
        this.title = title;
        this.sizes = List.copyOf(sizes);
        this.mostRise = mostRise;
    }

    public void line(String name, List<Double> values) {
        lines.put(name, List.copyOf(values));
    }

    public void write(String name) {
        Svg svg = new Svg(WIDTH, HEIGHT, title);
        Scale across = new Scale(Math.log10(sizes.get(0)), Math.log10(last(sizes)), Math::log10, sizes);
        Scale up =
                Scale.logarithmic(lines.values().stream().flatMap(List::stream).toList());
        for (double mark : up.marks()) {
            svg.line(LEFT, y(up, mark), WIDTH - RIGHT, y(up, mark));
            svg.text(LEFT - 8, y(up, mark) + 4, text(mark), Anchor.END);
        }
        for (double mark : across.marks()) {
            svg.line(x(across, mark), TOP, x(across, mark), HEIGHT - BOTTOM);
            svg.text(x(across, mark), HEIGHT - BOTTOM + 18, text(mark), Anchor.MIDDLE);
        }
        svg.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "people", Anchor.MIDDLE);
        lines.values().stream()
                .filter(values -> !rises(values))
                .forEach(values -> svg.polyline(points(across, up, values), Svg.FAINT, 1));
        drawRising(svg, across, up);
        svg.write(name);
    }

    private void drawRising(Svg svg, Scale across, Scale up) {
        List<Map.Entry<String, List<Double>>> rising = new ArrayList<>(lines.entrySet().stream()
                .filter(line -> rises(line.getValue()))
                .sorted(Comparator.comparing(line -> -last(line.getValue())))
                .toList());
        // Names that would lie on each other move down, and up again where the page ends.
        double lowest = HEIGHT - BOTTOM - (rising.size() - 1.0) * LETTERS;
        double free = TOP;
        for (int at = 0; at < rising.size(); at++, lowest += LETTERS) {
            List<Double> values = rising.get(at).getValue();
            String colour = Svg.colour(at);
            double end = y(up, last(values));
            double named = Math.min(Math.max(end, free), Math.max(lowest, free));
            free = named + LETTERS;
            svg.polyline(points(across, up, values), colour, 2);
            int edge = WIDTH - RIGHT;
            svg.polyline(String.format(Locale.ROOT, "%d,%.1f %d,%.1f", edge, end, edge + 18, named), colour, 1);
            svg.text(edge + 22, named + 4, rising.get(at).getKey(), Anchor.START, "font-size=\"12\"");
        }
    }

    private boolean rises(List<Double> values) {
        return last(values) > values.get(0) * mostRise;
    }

    private String points(Scale across, Scale up, List<Double> values) {
        StringBuilder points = new StringBuilder();
        for (int at = 0; at < values.size(); at++) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(across, sizes.get(at)), y(up, values.get(at))));
        }
        return points.toString();
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }

    private static double x(Scale across, double value) {
        return LEFT + across.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(Scale up, double value) {
        return HEIGHT - BOTTOM - up.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String text(double value) {
        return value < 1 ? Double.toString(Math.round(value * 1e4) / 1e4) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
