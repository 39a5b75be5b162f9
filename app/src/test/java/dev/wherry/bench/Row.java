// One line of the table that a benchmark prints.
package dev.wherry.bench;

import java.util.Locale;

/** A figure as measured: what, ours, the peer's, how they compare, what was aimed at and whether that is met. */
record Row(String figure, String ours, String peer, String ratio, String aim, String met) {

    static final String HEAD = "| figure | ours | peer | ratio | aim | met |\n|---|---|---|---|---|---|";

    /** A figure where the smaller of the two wins, with {@code limit} as the largest ratio that was aimed at. */
    static Row atMost(double limit, String figure, Pair pair, String unit) {
        return compared(figure, pair, unit, "≤ " + limit + "×", pair.ratio() <= limit);
    }

    /** A figure where the larger of the two wins, with {@code limit} as the smallest ratio that was aimed at. */
    static Row atLeast(double limit, String figure, Pair pair, String unit) {
        return compared(figure, pair, unit, "≥ " + limit + "×", pair.ratio() >= limit);
    }

    /** A figure without a peer, that must not be above {@code limit}. */
    static Row within(double limit, String figure, double ours, String unit) {
        return new Row(figure, number(ours) + " " + unit, "–", "–", "≤ " + number(limit) + " " + unit,
                yesOrNo(ours <= limit));
    }

    /** A figure that nothing was promised of. */
    static Row plain(String figure, double ours, String unit) {
        return new Row(figure, number(ours) + " " + unit, "–", "–", "–", "–");
    }

    private static Row compared(String figure, Pair pair, String unit, String aim, boolean met) {
        return new Row(figure, withSpread(pair.ours(), unit), withSpread(pair.peer(), unit),
                String.format(Locale.ROOT, "%.2f×", pair.ratio()), aim, yesOrNo(met));
    }

    private static String withSpread(Samples samples, String unit) {
        return "%s %s (%s–%s)".formatted(number(samples.median()), unit, number(samples.least()),
                number(samples.most()));
    }

    private static String yesOrNo(boolean met) {
        return met ? "yes" : "no";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    @Override
    public String toString() {
        return "| " + String.join(" | ", figure, ours, peer, ratio, aim, met) + " |";
    }
}
