// What a socket is called where docker clients know no sockets.
package dev.wherry.engine.host;

import java.nio.file.Path;

/** Names of Windows' pipes, which are in no folder: {@code docker.sock} is {@code wherry}, {@code docker-work.sock} is {@code wherry-work}. */
public final class PipeName {

    private PipeName() {
    }

    /** The pipe that stands for {@code socket}, without {@code \\.\pipe\}. */
    public static String of(Path socket) {
        return String.valueOf(socket.getFileName()).replaceFirst("\\.sock$", "").replaceFirst("^docker", "wherry");
    }

    /** How docker clients on {@code os} are told of {@code socket}. */
    public static String url(Path socket, Platform.Os os) {
        return os == Platform.Os.WINDOWS ? "npipe:////./pipe/" + of(socket) : "unix://" + socket;
    }
}
