// A line of a log with its colours.
package dev.wherry.app.window.container;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Shows one line after another in the same nodes, as far as they suit: making and styling new ones is what takes time. */
final class LogText extends TextFlow {

    void show(List<LogPiece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            show(i, pieces.get(i));
        }
        if (getChildren().size() > pieces.size()) {
            getChildren().remove(pieces.size(), getChildren().size());
        }
    }

    // A text has no background, a label has; but only a text can be broken where the window ends.
    private void show(int place, LogPiece piece) {
        Node old = place < getChildren().size() ? getChildren().get(place) : null;
        switch (old) {
            case Text text when !piece.backed() -> text.setText(piece.text());
            case Label label when piece.backed() -> label.setText(piece.text());
            case null -> getChildren().add(fresh(piece));
            default -> getChildren().set(place, fresh(piece));
        }
        dress(getChildren().get(place), piece);
    }

    private static Node fresh(LogPiece piece) {
        Node node = piece.backed() ? new Label(piece.text()) : new Text(piece.text());
        node.getStyleClass().clear();
        return node;
    }

    private static void dress(Node node, LogPiece piece) {
        if (!node.getStyleClass().equals(piece.classes())) {
            node.getStyleClass().setAll(piece.classes());
        }
        if (!piece.inline().equals(node.getStyle())) {
            node.setStyle(piece.inline());
        }
    }
}
