// How long a short command takes.
package dev.wherry.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code wherry status}, from process start to exit, against {@code docker version}: Docker's own client, and the same engine. */
final class StatusFigure implements Figure {

    private static final int ROUNDS = 15;
    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public List<Row> measure(Rig rig) throws Exception {
        Path docker = rig.home().resolve("docker-cli");
        rig.wherry("cp", "vm:/usr/bin/docker", docker.toString());
        List<String> version = List.of(docker.toString(), "-H", "unix://" + rig.engineSocket(), "version");
        Pair pair = Pair.inTurns(ROUNDS, () -> timed(rig, rig.line("status")), () -> timed(rig, version));
        return List.of(Row.within(200, "`wherry status`, median", pair.ours().median(), "ms"),
                Row.atMost(3, "`wherry status`; `docker version`", pair, "ms"));
    }

    private static double timed(Rig rig, List<String> line) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Command.run(rig.home(), line);
        return (System.nanoTime() - begin) / NANOS_PER_MILLI;
    }
}
