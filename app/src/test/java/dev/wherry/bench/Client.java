// A program on the host that uses a forwarded port.
package dev.wherry.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Loads one port of {@link Target} for a while. */
final class Client {

    private static final long PERIOD = Duration.ofSeconds(3).toNanos();
    private static final int CLIENTS = 8;
    private static final byte[] REQUEST = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Client() {
    }

    /** Reads as fast as it can; megabytes a second. */
    static double download(int port) throws IOException {
        try (Socket socket = connect(port)) {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[1 << 18];
            long begin = System.nanoTime();
            long bytes = 0;
            while (System.nanoTime() - begin < PERIOD) {
                int n = in.read(buffer);
                if (n < 0) {
                    throw new IOException("The target has ended after " + bytes + " bytes");
                }
                bytes += n;
            }
            return megabytesPerSecond(bytes, begin);
        }
    }

    /** Writes as fast as it can, then waits until the far end has all of it; megabytes a second. */
    static double upload(int port) throws IOException {
        try (Socket socket = connect(port)) {
            OutputStream out = socket.getOutputStream();
            byte[] buffer = new byte[1 << 18];
            long begin = System.nanoTime();
            long bytes = 0;
            while (System.nanoTime() - begin < PERIOD) {
                out.write(buffer);
                bytes += buffer.length;
            }
            socket.shutdownOutput();
            if (socket.getInputStream().readAllBytes().length == 0) {
                throw new IOException("The target has not taken all of " + bytes + " bytes");
            }
            return megabytesPerSecond(bytes, begin);
        }
    }

    /** Fetches a small page over and over, each time on a new connection, several at once; connections a second. */
    static double connections(int port) throws Exception {
        long begin = System.nanoTime();
        AtomicInteger done = new AtomicInteger();
        Callable<Void> client = () -> {
            while (System.nanoTime() - begin < PERIOD) {
                fetch(port);
                done.incrementAndGet();
            }
            return null;
        };
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : clients.invokeAll(Stream.generate(() -> client).limit(CLIENTS).toList())) {
                each.get();
            }
        }
        return done.get() / seconds(begin);
    }

    private static void fetch(int port) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(REQUEST);
            if (socket.getInputStream().readAllBytes().length == 0) {
                throw new IOException("The target's web server hung up");
            }
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static double megabytesPerSecond(long bytes, long begin) {
        return bytes / 1e6 / seconds(begin);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
