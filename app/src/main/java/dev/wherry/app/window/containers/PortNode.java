// One port in the table.
package dev.wherry.app.window.containers;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A link if a browser can open it; marked if it cannot be reached. */
final class PortNode extends Hyperlink {

    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");
    private static final PseudoClass PLAIN = PseudoClass.getPseudoClass("plain");

    private final FontIcon mark = new FontIcon(Feather.ALERT_TRIANGLE);
    private final Tooltip tooltip = new Tooltip();
    private final Consumer<PortLink> browse;
    private @Nullable PortLink port;

    PortNode(Consumer<PortLink> browse) {
        this.browse = browse;
        getStyleClass().add("port");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(tooltip);
        // The menu of the container has every port, too: the table stays one stop on the way of the Tab key.
        setFocusTraversable(false);
    }

    /** Shows {@code next}, or nothing. */
    void show(@Nullable PortLink next) {
        port = next;
        setVisible(next != null);
        setManaged(next != null);
        if (next == null) {
            return;
        }
        setText(next.text());
        setGraphic(next.problem() == null ? null : mark);
        tooltip.setText(PortsCell.words(next));
        setAccessibleText(PortsCell.words(next));
        pseudoClassStateChanged(PROBLEM, next.problem() != null);
        pseudoClassStateChanged(PLAIN, !next.browsable());
    }

    @Override
    public void fire() {
        if (port != null && port.browsable()) {
            browse.accept(port);
        }
    }
}
