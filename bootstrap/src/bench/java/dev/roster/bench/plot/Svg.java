package dev.roster.bench.plot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A drawing in tones that can be read on a light page and on a dark one, as an image does not know which it is on. */
final class Svg {
    static final String TEXT = "#7a818a";
    static final String FAINT = "#9aa1aa";
    private static final String[] COLOURS = {"#3d84c6", "#c7772b", "#3f9a63", "#a866b8", "#c4525c", "#5f9ea8"};

    /** Where a text is held. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringBuilder shapes = new StringBuilder();
    private final int width;
    private final int height;
    private final String title;

    Svg(int width, int height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
        text(0, 18, title, Anchor.START, "font-size=\"15\" font-weight=\"600\"");
    }

    static String colour(int series) {
        return COLOURS[series % COLOURS.length];
    }

    void rect(double x, double y, double wide, double high, String colour) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, wide, high, colour);
    }

    void line(double x1, double y1, double x2, double y2) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-opacity=\"0.4\"/>",
                x1, y1, x2, y2, FAINT);
    }

    /** @param points pairs of x and y */
    void polyline(String points, String colour, double stroke) {
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                points.strip(), colour, stroke);
    }

    void text(double x, double y, String text, Anchor anchor) {
        text(x, y, text, anchor, "");
    }

    void text(double x, double y, String text, Anchor anchor, String attributes) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\" text-anchor=\"%s\" %s>%s</text>",
                x, y, TEXT, anchor.name().toLowerCase(Locale.ROOT), attributes, escaped(text));
    }

    private void add(String format, Object... values) {
        shapes.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String toString() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
                font-family="system-ui, sans-serif" font-size="13" role="img">
                <title>%3$s</title>
                %4$s</svg>
                """.formatted(width, height, escaped(title), shapes);
    }

    /** Writes it where the benchmarks leave their plots. */
    void write(String name) {
        try {
            Path plots = Path.of(System.getProperty("bench.directory", "target"), "bench");
            Files.writeString(Files.createDirectories(plots).resolve(name + ".svg"), toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
