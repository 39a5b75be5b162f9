// Round numbers for the axis of a chart.
package dev.wherry.app.window.container;

/** Finds where an axis ends. */
final class ChartScale {

    private static final double[] ROUND = {1, 2, 5, 10};

    private ChartScale() {
    }

    /** The least of 1, 2, 5, 10, 20, … that is not below {@code value}, and {@code least} if that is more. */
    static double ceiling(double value, double least) {
        if (value <= least) {
            return least;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double round : ROUND) {
            if (value <= round * power) {
                return round * power;
            }
        }
        return ROUND[ROUND.length - 1] * power;
    }
}
