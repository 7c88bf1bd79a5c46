package dev.roster.bench.plot;

import dev.roster.bench.Table;
import dev.roster.bench.plot.Svg.Anchor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;

/** Bars that lie, in groups, each with its name and its figure. */
public final class BarChart {
    private static final int WIDTH = 760;
    private static final int LEFT = 190;
    private static final int RIGHT = 70;
    private static final int TOP = 34;
    private static final int BAR = 18;
    private static final int GAP = 30;

    private final String title;
    private final boolean logarithmic;
    private final DoubleFunction<String> figure;
    private final Map<String, List<Bar>> groups = new LinkedHashMap<>();

    private record Bar(int series, String name, double value) {}

    private BarChart(String title, boolean logarithmic, DoubleFunction<String> figure) {
        this.title = title;
        this.logarithmic = logarithmic;
        this.figure = figure;
    }

    /** How many times as much, from one time on. */
    public static BarChart ofRatios(String title) {
        return new BarChart(title, true, Table::ratio);
    }

    public static BarChart ofAmounts(String title) {
        return new BarChart(title, false, Table::number);
    }

    /** @param series which bars have the same colour */
    public void bar(String group, int series, String name, double value) {
        groups.computeIfAbsent(group, ignored -> new ArrayList<>()).add(new Bar(series, name, value));
    }

    public void write(String name) {
        if (groups.isEmpty()) {
            return;
        }
        List<Double> values = new ArrayList<>();
        groups.values().forEach(bars -> bars.forEach(bar -> values.add(bar.value())));
        int bottom = TOP + groups.size() * GAP + values.size() * BAR + 6;
        if (logarithmic) {
            values.add(1.0);
        }
        Svg svg = new Svg(WIDTH, bottom + 24, title);
        Scale scale = logarithmic ? Scale.logarithmic(values) : Scale.linear(values);
        for (double mark : scale.marks()) {
            svg.line(x(scale, mark), TOP, x(scale, mark), bottom);
            svg.text(x(scale, mark), bottom + 16, mark(mark), Anchor.MIDDLE);
        }
        drawGroups(svg, scale);
        svg.write(name);
    }

    private void drawGroups(Svg svg, Scale scale) {
        double y = TOP;
        for (Map.Entry<String, List<Bar>> group : groups.entrySet()) {
            y += GAP;
            svg.text(0, y - 6, group.getKey(), Anchor.START, "font-weight=\"600\"");
            for (Bar bar : group.getValue()) {
                draw(svg, scale, bar, y);
                y += BAR;
            }
        }
    }

    private void draw(Svg svg, Scale scale, Bar bar, double y) {
        double from = logarithmic ? x(scale, 1) : LEFT;
        double to = x(scale, bar.value());
        svg.text(LEFT - 8, y + 12, bar.name(), Anchor.END);
        svg.rect(Math.min(from, to), y, Math.max(1, Math.abs(to - from)), BAR - 4, Svg.colour(bar.series()));
        svg.text(Math.max(from, to) + 6, y + 12, figure.apply(bar.value()), Anchor.START);
    }

    private static double x(Scale scale, double value) {
        return LEFT + scale.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private String mark(double value) {
        String text = value > 0 && value < 1 ? Double.toString(value) : String.format(Locale.ROOT, "%,.0f", value);
        return logarithmic ? text + "×" : text;
    }
}
