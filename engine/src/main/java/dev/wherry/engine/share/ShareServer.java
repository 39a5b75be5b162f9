// Where the guest's sshfs comes in.
package dev.wherry.engine.share;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on a port of the loopback, to which QEMU connects for the guest, and serves shares over SFTP. Every path begins with the token
 * of its share; who shows none is hung up on. Thread-safe.
 */
final class ShareServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ShareServer.class);
    /** How long a connection may last without a token. */
    private static final Duration INTRODUCTION = Duration.ofSeconds(10);
    private static final int BACKLOG = 50;

    private final ShareNotes notes;
    private final ServerSocket listener;
    private final Map<String, ShareUsers> byToken = new ConcurrentHashMap<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    /**
     * Begins to listen.
     *
     * @param notes of what the guest does
     * @param port  where to listen; 0 for any that is free
     */
    ShareServer(ShareNotes notes, int port) throws IOException {
        this.notes = notes;
        this.listener = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("share server").start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /**
     * Serves {@code share} to whoever knows {@code token}.
     *
     * @param left called, from a thread of this server, whenever the last connection that used the share has ended
     */
    void add(String token, Share share, Runnable left) {
        byToken.put(token, new ShareUsers(share, left));
    }

    /** Serves the share of {@code token} no longer. */
    void remove(String token) {
        ShareUsers users = byToken.remove(token);
        if (users != null) {
            users.hangUp();
        }
    }

    /** Ends the connections that use the share of {@code token}; sshfs will come again. */
    void disconnect(String token) {
        ShareUsers users = byToken.get(token);
        if (users != null) {
            users.hangUp();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                clients.add(client);
                Thread.ofVirtual().name("share connection").start(() -> serve(client));
            }
        } catch (IOException e) {
            LOG.debug("No more connections of shares: {}", e.getMessage());
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            client.setSoTimeout((int) INTRODUCTION.toMillis());
            new SftpServer(path -> enter(client, path)).run(client.getInputStream(), client.getOutputStream());
        } catch (IOException e) {
            LOG.debug("A connection of a share has ended: {}", e.getMessage());
        } finally {
            clients.remove(client);
            byToken.values().forEach(users -> users.leave(client));
        }
    }

    private SftpService enter(Socket client, byte[] firstPath) throws IOException {
        String path = new String(firstPath, US_ASCII);
        int end = path.indexOf('/', 1);
        String token = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
        ShareUsers users = byToken.get(token);
        if (users == null) {
            throw new IOException("it showed no token of a share");
        }
        SftpService service = new SftpService(new ShareFiles(users.share(), "/" + token, notes));
        users.enter(client);
        client.setSoTimeout(0);
        return service;
    }

    /** Ends all connections and accepts no more. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            LOG.debug("The port of shares was not closed cleanly: {}", e.getMessage());
        }
        clients.forEach(ShareUsers::close);
    }
}
