// One of several, to choose from.
package dev.wherry.app.window.parts;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ChoiceBox;
import javafx.util.StringConverter;

/** Makes boxes that show values by their names. */
public final class Choices {

    private Choices() {
    }

    /** A box of {@code values}, the first of which is chosen. */
    public static <T> ChoiceBox<T> of(String id, List<T> values, Function<T, String> name) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setValue(values.getFirst());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Nobody types into a choice box");
            }
        });
        return box;
    }
}
