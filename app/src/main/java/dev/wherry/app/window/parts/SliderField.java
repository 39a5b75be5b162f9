// A slider with the value beside it, which can be typed too.
package dev.wherry.app.window.parts;

import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

import dev.wherry.engine.config.DataSize;

/** The slider offers what makes sense; whatever is typed is passed on as it is, for others to judge. */
public final class SliderField extends HBox {

    private static final int COLUMNS = 7;
    private static final double SLIDER = 200;

    private final Slider slider;
    private final TextField field = new TextField();
    private final Scale scale;
    private final Consumer<String> chosen;
    private boolean showing;

    /**
     * What a slider runs over.
     *
     * @param min   the least value
     * @param max   the greatest value
     * @param step  between the values that it stops at, from {@code min} on
     * @param write makes a value a text
     * @param read  the value of a text; empty when it is none
     */
    public record Scale(long min, long max, long step, LongFunction<String> write,
            Function<String, OptionalLong> read) {

        /** Whole numbers. */
        public static Scale whole(long min, long max) {
            return new Scale(min, max, 1, Long::toString, Scale::number);
        }

        /** Sizes. */
        public static Scale sizes(DataSize min, DataSize max, DataSize step) {
            return new Scale(min.bytes(), max.bytes(), step.bytes(), bytes -> new DataSize(bytes).toString(),
                    Scale::size);
        }

        private static OptionalLong number(String text) {
            try {
                return OptionalLong.of(Long.parseLong(text.strip()));
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }

        private static OptionalLong size(String text) {
            try {
                return OptionalLong.of(DataSize.parse(text).bytes());
            } catch (IllegalArgumentException | ArithmeticException e) {
                return OptionalLong.empty();
            }
        }

        private String nearest(double value) {
            return write.apply(Math.min(max, min + Math.round((value - min) / step) * step));
        }
    }

    /**
     * A slider over {@code scale}.
     *
     * @param name   what screen readers call it
     * @param chosen is told the text of a value when the user has settled on it
     */
    public SliderField(String name, Scale scale, Consumer<String> chosen) {
        this.scale = scale;
        this.chosen = chosen;
        slider = new Slider((double) scale.min, (double) Math.max(scale.max, scale.min + 1), (double) scale.min);
        slider.setDisable(scale.max <= scale.min);
        slider.setPrefWidth(SLIDER);
        slider.setBlockIncrement((double) scale.step);
        slider.setAccessibleText(name);
        field.setPrefColumnCount(COLUMNS);
        field.setAccessibleText(name);
        getStyleClass().add("slider-field");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(slider, field);
        slider.valueProperty().addListener((source, old, now) -> slide(now.doubleValue()));
        slider.valueChangingProperty().addListener((source, old, now) -> settle());
        field.setOnAction(event -> commit());
        field.focusedProperty().addListener((source, old, now) -> {
            if (!now) {
                commit();
            }
        });
    }

    private void slide(double value) {
        if (!showing) {
            field.setText(scale.nearest(value));
            settle();
        }
    }

    private void settle() {
        if (!slider.isValueChanging()) {
            commit();
        }
    }

    private void commit() {
        if (!showing) {
            moveTo(field.getText());
            chosen.accept(field.getText().strip());
        }
    }

    /** Shows {@code text}, unless the user is just typing. */
    public void show(String text) {
        if (!field.isFocused()) {
            showing = true;
            field.setText(text);
            showing = false;
        }
        moveTo(text);
    }

    private void moveTo(String text) {
        scale.read.apply(text).ifPresent(value -> {
            showing = true;
            slider.setValue((double) value);
            showing = false;
        });
    }

    /** What it says now. */
    public String text() {
        return field.getText().strip();
    }
}
