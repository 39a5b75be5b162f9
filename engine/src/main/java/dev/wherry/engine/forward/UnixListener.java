// A unix socket on the host. Taking its place in the file system is the delicate part.
package dev.wherry.engine.forward;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

import dev.wherry.engine.host.PrivateFiles;
import dev.wherry.engine.stream.SocketStream;
import org.jspecify.annotations.Nullable;

/**
 * Listens on a socket file that only the user can open. A socket that a crash has left behind is replaced; anything else in
 * its place is left alone and named in the error.
 */
final class UnixListener implements ConnectionListener {

    private static final int BACKLOG = 1024;
    private static final int FILE_TYPE = 0170000; // S_IFMT of stat(2)
    private static final int SOCKET = 0140000; // S_IFSOCK

    private final Path path;
    private final ServerSocketChannel channel;
    private final @Nullable Object identity;

    private UnixListener(Path path, ServerSocketChannel channel, @Nullable Object identity) {
        this.path = path;
        this.channel = channel;
        this.identity = identity;
    }

    /**
     * Listens on {@code path}, in a folder that is the user's alone from then on.
     *
     * @throws FileAlreadyExistsException when something stands there that is not a dead socket of this user
     * @throws IOException                when the system refuses, naming the path and the reason
     */
    static UnixListener bind(Path path) throws IOException {
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a socket lies in a folder");
        PrivateFiles.createDirectories(folder);
        makeRoom(path, folder);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(path), BACKLOG);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            }
            return new UnixListener(path, channel, identity(path));
        } catch (IOException e) {
            channel.close();
            throw new IOException("The socket " + path + " (" + path.toString().length()
                    + " characters) cannot be listened on: " + e.getMessage(), e);
        }
    }

    private static void makeRoom(Path path, Path folder) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!isSocket(path)) {
            throw inTheWay(path, "a file that is not a socket is there; it is left as it is. Move it away");
        }
        if (!Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(folder))) {
            throw inTheWay(path, "the socket there belongs to "
                    + Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName() + ". Remove it");
        }
        Object found = identity(path);
        if (isServed(path)) {
            throw inTheWay(path, "another program serves the socket there. Stop it; it may be another Wherry");
        }
        if (Objects.equals(found, identity(path))) { // nobody else has replaced it meanwhile
            Files.deleteIfExists(path);
        }
    }

    private static boolean isSocket(Path path) throws IOException {
        try {
            int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
            return (mode & FILE_TYPE) == SOCKET;
        } catch (UnsupportedOperationException e) {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther();
        }
    }

    // Only a refusal proves that nobody listens; a full backlog (EAGAIN), for one, means that somebody does.
    private static boolean isServed(Path path) throws IOException {
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.configureBlocking(false);
            probe.connect(UnixDomainSocketAddress.of(path));
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    private static FileAlreadyExistsException inTheWay(Path path, String what) {
        return new FileAlreadyExistsException(path.toString(), null, "The engine socket cannot be put there: " + what);
    }

    private static @Nullable Object identity(Path path) throws IOException {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
                ? Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey()
                : null;
    }

    /** Whether clients still find it at its path. */
    boolean isInPlace() throws IOException {
        return identity == null || identity.equals(identity(path));
    }

    @Override
    public Incoming accept() throws IOException {
        return new EngineCaller(new SocketStream(channel.accept()));
    }

    /** Stops listening and removes the socket file, unless another has taken its place. */
    @Override
    public void close() throws IOException {
        // The open socket holds its inode, so that no other file can have the same identity before it is closed.
        try {
            if (channel.isOpen() && identity != null && identity.equals(identity(path))) {
                Files.deleteIfExists(path);
            }
        } finally {
            channel.close();
        }
    }

    @Override
    public String toString() {
        return "unix " + path;
    }
}
