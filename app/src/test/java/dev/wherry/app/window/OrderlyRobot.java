// Clicks where things are.
package dev.wherry.app.window;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A robot that waits for its target, and looks for it and for where it is on the FX thread. TestFX' own does so at once and on the
 * test's thread, while the FX thread lays out: now and then that leaves a scene with broken bounds.
 */
public final class OrderlyRobot extends FxRobot {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Override
    public FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return clickOn(find(query), motion, buttons);
    }

    @Override
    public FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
        return clickOn(centre(node), motion, buttons);
    }

    @Override
    public FxRobot doubleClickOn(String query, Motion motion, MouseButton... buttons) {
        return doubleClickOn(find(query), motion, buttons);
    }

    @Override
    public FxRobot doubleClickOn(Node node, Motion motion, MouseButton... buttons) {
        return doubleClickOn(centre(node), motion, buttons);
    }

    /** The first visible node that {@code query} finds, as soon as there is one; on the FX thread, which cannot wait, now or never. */
    public Node find(String query) {
        if (Platform.isFxApplicationThread()) {
            return lookup(query).match(Node::isVisible).query();
        }
        return Awaitility.await(query).atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> search(query),
                found -> found != null);
    }

    private @Nullable Node search(String query) throws Exception {
        return onScreen(() -> lookup(query).match(Node::isVisible).<Node>tryQuery().orElse(null));
    }

    private static Point2D centre(Node node) {
        try {
            return onScreen(() -> {
                Parent root = node.getScene().getRoot();
                root.applyCss();
                root.layout();
                Bounds bounds = node.localToScreen(node.getBoundsInLocal());
                return new Point2D(bounds.getCenterX(), bounds.getCenterY());
            });
        } catch (Exception e) {
            throw new IllegalStateException("There is no place to click on " + node, e);
        }
    }

    /** Does {@code call} on the FX thread and waits for it. */
    static <T> T onScreen(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(LIMIT.toSeconds()), call);
    }
}
