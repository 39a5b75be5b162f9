// GET /containers/{id}/logs of the fake engine.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Streams the output of containers; without a terminal in the multiplexed format. */
final class LogRoutes {

    private static final int CHUNK = 32 * 1024;

    private final World world;

    LogRoutes(World world) {
        this.world = world;
    }

    void register(Router router) {
        router.on("GET", "/containers/*/logs", this::logs);
    }

    private void logs(Request request) throws IOException, InterruptedException {
        FakeContainer container = world.container(request.variable());
        if (!request.flag("stdout") && !request.flag("stderr")) {
            throw new ApiError(400, "Bad parameters: you must choose at least one stream");
        }
        try (OutputStream chunks = request.stream(container.spec.tty() ? Request.RAW : Request.MULTIPLEXED);
                OutputStream out = new BufferedOutputStream(chunks, CHUNK)) {
            int next = container.log.size();
            write(out, request, container, tail(container.log.from(0).subList(0, next), request));
            while (request.flag("follow")) {
                List<FakeLog.Line> more = container.log.awaitFrom(next, container);
                if (more.isEmpty()) {
                    break;
                }
                next += more.size();
                write(out, request, container, more);
            }
        }
    }

    private static List<FakeLog.Line> tail(List<FakeLog.Line> lines, Request request) {
        List<FakeLog.Line> wanted = lines.stream().filter(line -> wants(request, line)).toList();
        String tail = request.parameter("tail");
        return tail.matches("[0-9]+")
                ? wanted.subList(Math.max(0, wanted.size() - Integer.parseInt(tail)), wanted.size())
                : wanted;
    }

    private static boolean wants(Request request, FakeLog.Line line) {
        return request.flag(line.error() ? "stderr" : "stdout")
                && !line.time().isBefore(time(request.parameter("since"), Instant.MIN))
                && !line.time().isAfter(time(request.parameter("until"), Instant.MAX));
    }

    private static Instant time(String seconds, Instant otherwise) {
        return seconds.isEmpty() || seconds.equals("0")
                ? otherwise
                : Instant.ofEpochSecond(0, new BigDecimal(seconds).movePointRight(9).longValue());
    }

    private static void write(OutputStream out, Request request, FakeContainer container, List<FakeLog.Line> lines)
            throws IOException {
        boolean timestamps = request.flag("timestamps");
        for (FakeLog.Line line : lines) {
            if (wants(request, line)) {
                String text = (timestamps ? Json.time(line.time()) + " " : "") + line.text()
                        + (container.spec.tty() ? "\r\n" : "\n");
                if (container.spec.tty()) {
                    out.write(text.getBytes(UTF_8));
                } else {
                    Multiplexed.write(out, line.error(), text.getBytes(UTF_8));
                }
            }
        }
        out.flush();
    }
}
