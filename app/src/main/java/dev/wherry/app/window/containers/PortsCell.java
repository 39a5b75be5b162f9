// The ports of a container.
package dev.wherry.app.window.containers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;

import dev.wherry.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** A few ports, each published one a link; the others are counted, and told in the tooltip. */
final class PortsCell extends TreeTableCell<ContainerLine, ContainerEntry> {

    private static final Texts TEXTS = Texts.of(PortsCell.class);
    private static final int SHOWN = 2;

    private final List<PortNode> nodes = new ArrayList<>();
    private final Label more = new Label();
    private final HBox box = new HBox();
    private final Tooltip all = new Tooltip();

    PortsCell(Consumer<PortLink> browse) {
        for (int i = 0; i < SHOWN; i++) {
            nodes.add(new PortNode(browse));
        }
        more.getStyleClass().add("port-count");
        more.setTooltip(all);
        box.getStyleClass().add("ports");
        box.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().addAll(nodes);
        box.getChildren().add(more);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable ContainerEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (entry instanceof ContainerRow row && !row.ports().isEmpty()) {
            show(row.ports());
            setGraphic(box);
        } else {
            setGraphic(null);
            setAccessibleText(null);
        }
    }

    private void show(List<PortLink> ports) {
        for (int i = 0; i < SHOWN; i++) {
            nodes.get(i).show(i < ports.size() ? ports.get(i) : null);
        }
        int hidden = ports.size() - SHOWN;
        more.setText("+" + hidden);
        more.setVisible(hidden > 0);
        String words = ports.stream().map(PortsCell::words).collect(Collectors.joining("\n"));
        all.setText(words);
        setAccessibleText(words);
    }

    /** What there is to say of {@code port}. */
    static String words(PortLink port) {
        if (port.problem() != null) {
            return TEXTS.get("port.problem", port.text(), port.problem());
        }
        return port.published()
                ? TEXTS.get("port.published", Integer.toString(port.host()), Integer.toString(port.container()),
                        port.type())
                : TEXTS.get("port.exposed", Integer.toString(port.container()), port.type());
    }
}
