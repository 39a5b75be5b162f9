// What can be chosen in the tray.
package dev.wherry.app.tray;

/** Something that the user asks for by the tray. */
public sealed interface TrayAction {

    /** Those that concern no container. */
    enum General implements TrayAction {
        START,
        STOP,
        RESTART,
        PAUSE,
        RESUME,
        OPEN_WINDOW,
        SHELL,
        COPY_DOCKER_HOST,
        SETTINGS,
        CHECK,
        UPDATES,
        ABOUT,
        QUIT
    }

    /** Shows a published port in the browser. */
    record OpenPort(String url) implements TrayAction {
    }

    /** Opens a shell in a container. */
    record ContainerShell(String id, String name) implements TrayAction {
    }

    /** Shows a container's log. */
    record ContainerLogs(String id, String name) implements TrayAction {
    }

    /** Stops a container. */
    record StopContainer(String id, String name) implements TrayAction {
    }
}
