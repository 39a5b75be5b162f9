// The words of one part of the app.
package dev.wherry.app.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of one package: its {@code texts.properties}, in English, and {@code texts_de.properties} and the like beside it,
 * UTF-8. Each is a {@link MessageFormat}, in which a single quotation mark is written twice.
 */
public final class Texts {

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts of the package that {@code place} is in. */
    public static Texts of(Class<?> place) {
        return new Texts(ResourceBundle.getBundle(place.getPackageName() + ".texts", Locale.getDefault(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * The text called {@code key} with {@code arguments} in its places.
     *
     * @throws java.util.MissingResourceException when there is none, which is a defect
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.getDefault()).format(arguments);
    }
}
