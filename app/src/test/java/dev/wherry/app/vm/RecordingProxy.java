// A proxy that remembers what it was asked for.
package dev.wherry.app.vm;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks HTTP's CONNECT on a loopback port, and knows names that nobody else does; all others it refuses. */
final class RecordingProxy implements AutoCloseable {

    private final ServerSocket door;
    private final Map<String, Integer> names;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** With the loopback ports that {@code names} lead to. */
    RecordingProxy(Map<String, Integer> names) throws IOException {
        this.names = Map.copyOf(names);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** The first lines of all requests so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            String request = line(client.getInputStream());
            asked.add(request);
            while (!line(client.getInputStream()).isEmpty()) {
                // Headers that do not matter here.
            }
            String[] words = request.split("[ :]", -1);
            Integer port = words[0].equals("CONNECT") ? names.get(words[1]) : null;
            if (port == null) {
                client.getOutputStream()
                        .write("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
                return;
            }
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                open.add(server);
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
                threads.execute(() -> copy(client, server));
                copy(server, client);
            }
        } catch (IOException e) {
            // Either side has gone.
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // Either side has gone.
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.close();
    }
}
