package dev.roster.bench.plot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** From values to shares of an axis, with marks at round values. */
record Scale(double low, double high, DoubleUnaryOperator shape, List<Double> marks) {
    /** From the power of ten below all values to the one above. */
    static Scale logarithmic(Collection<Double> values) {
        int low = (int) Math.floor(Math.log10(least(values)) + 1e-9);
        int high = Math.max(low + 1, (int) Math.ceil(Math.log10(most(values)) - 1e-9));
        List<Double> marks = new ArrayList<>();
        for (int power = low; power <= high; power++) {
            marks.add(Math.pow(10, power));
        }
        return new Scale(low, high, Math::log10, marks);
    }

    /** From nothing, with some five marks. */
    static Scale linear(Collection<Double> values) {
        double most = most(values);
        double step = Math.pow(10, Math.floor(Math.log10(most)));
        step = most / step < 2.5 ? step / 2 : step;
        List<Double> marks = new ArrayList<>();
        for (double mark = 0; mark < most + step; mark += step) {
            marks.add(mark);
        }
        return new Scale(0, marks.get(marks.size() - 1), value -> value, marks);
    }

    private static double least(Collection<Double> values) {
        return values.stream().mapToDouble(value -> value).min().orElse(1);
    }

    private static double most(Collection<Double> values) {
        return values.stream().mapToDouble(value -> value).max().orElse(1);
    }

    double share(double value) {
        return (shape.applyAsDouble(value) - low) / (high - low);
    }
}
