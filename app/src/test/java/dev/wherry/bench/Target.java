// What the forwards lead to: a container that sends, takes, and serves a small page.
package dev.wherry.bench;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;

/** A container of the guest's own busybox with three services on published ports, and seven ports more for company. */
final class Target {

    static final int SOURCE = 29001;
    static final int SINK = 29002;
    static final int PAGE = 29003;
    static final int PORTS = 10;

    private static final long DEADLINE_NANOS = 60_000_000_000L;

    private static final String SERVICES = """
            busybox nc -ll -p %d -e busybox dd if=/dev/zero bs=64k & \
            busybox nc -ll -p %d -e busybox sh -c "busybox cat >/dev/null; echo taken" & \
            exec busybox httpd -f -p %d -h /www""".formatted(SOURCE, SINK, PAGE);

    private Target() {
    }

    /** Starts the container unless it runs, and returns when all its ports are forwarded. It ends with the rig. */
    static void start(Rig rig) throws IOException, InterruptedException {
        String published = IntStream.range(SOURCE, SOURCE + PORTS).mapToObj(port -> "-p " + port + ":" + port)
                .collect(Collectors.joining(" "));
        rig.wherry("ssh", "docker inspect target >/dev/null 2>&1 || docker run -d --name target " + published
                + " -v /usr/bin/busybox:/bin/busybox:ro --entrypoint /bin/busybox wherry/hello sh -c '" + SERVICES
                + "'");
        long end = System.nanoTime() + DEADLINE_NANOS;
        while (!isForwarded(rig)) {
            if (System.nanoTime() > end) {
                throw new IOException("The ports are not forwarded: " + rig.status());
            }
        }
    }

    private static boolean isForwarded(Rig rig) throws IOException, InterruptedException {
        JsonNode ports = rig.status().path("ports");
        int open = 0;
        for (JsonNode port : ports) {
            open += port.path("host").asText().startsWith("127.") && port.path("problem").isNull() ? 1 : 0;
        }
        return open == PORTS;
    }
}
