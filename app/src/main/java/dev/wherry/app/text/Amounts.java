// Sizes and times as people read them.
package dev.wherry.app.text;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Writes amounts briefly, in the user's language. */
public final class Amounts {

    private static final Texts TEXTS = Texts.of(Amounts.class);
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB");
    private static final int STEP = 1000;
    /** From here on the digits behind the point say nothing. */
    private static final double LONG = 10;

    private Amounts() {
    }

    /** {@code bytes} in decimal units, as docker writes them: 950 B, 1.2 kB, 85 MB. */
    public static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (Math.abs(amount) >= STEP - 0.5 && unit < UNITS.size() - 1) {
            amount /= STEP;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(Locale.getDefault());
        format.setMaximumFractionDigits(unit == 0 || Math.abs(amount) >= LONG ? 0 : 1);
        return format.format(amount) + " " + UNITS.get(unit);
    }

    /** {@code fraction} of a whole as a percentage. */
    public static String percent(double fraction) {
        NumberFormat format = NumberFormat.getPercentInstance(Locale.getDefault());
        format.setMaximumFractionDigits(fraction != 0 && Math.abs(fraction) < LONG / 100 ? 1 : 0);
        return format.format(fraction);
    }

    /** {@code length} in its largest unit alone: 40 s, 3 min, 2 h, 5 d. */
    public static String duration(Duration length) {
        if (length.toDays() > 0) {
            return TEXTS.get("days", length.toDays());
        }
        if (length.toHours() > 0) {
            return TEXTS.get("hours", length.toHours());
        }
        if (length.toMinutes() > 0) {
            return TEXTS.get("minutes", length.toMinutes());
        }
        return TEXTS.get("seconds", Math.max(0, length.toSeconds()));
    }

    /** How long ago something was that began {@code age} before now. */
    public static String ago(Duration age) {
        return TEXTS.get("ago", duration(age));
    }
}
