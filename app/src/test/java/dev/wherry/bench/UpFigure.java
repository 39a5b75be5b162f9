// From nothing to a working engine.
package dev.wherry.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code wherry up} with nothing running, not even the agent, until {@code _ping} is answered on the host's engine socket;
 * against the same kernel in the same VM, booted to an init that powers it off.
 */
final class UpFigure implements Figure {

    private static final int ROUNDS = 5;

    private final Map<String, List<Double>> stages = new LinkedHashMap<>();

    @Override
    public List<Row> measure(Rig rig) throws Exception {
        BareBoot bare = BareBoot.like(rig);
        rig.stopAll();
        Pair pair = Pair.inTurns(ROUNDS, () -> up(rig), bare::run);
        List<Row> rows = new ArrayList<>();
        rows.add(Row.atMost(4, "`up` to `_ping`; same kernel to power-off", pair, "s"));
        stages.forEach((stage, seconds) -> rows.add(Row.plain("– of it: " + stage,
                new Samples(seconds.stream().skip(1).mapToDouble(Double::doubleValue).toArray()).median(), "s")));
        rig.wherry("up", "-q");
        return rows;
    }

    private double up(Rig rig) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process up = Command.in(rig.home(), rig.line("up")).start();
        try (BufferedReader progress = up.inputReader()) {
            String stage = "start of command and agent";
            long entered = begin;
            for (String line = progress.readLine(); line != null; line = progress.readLine()) {
                if (line.endsWith(" ...")) {
                    note(stage, entered);
                    stage = line.replace(" ...", "");
                    entered = System.nanoTime();
                }
            }
            if (up.waitFor() != 0) {
                throw new IOException("\"wherry up\" failed; see " + rig.home() + "/logs");
            }
            try (Http engine = Http.connect(rig.engineSocket())) {
                engine.ping();
            }
            note("end of command, first `_ping`", entered);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        rig.stopAll();
        return seconds;
    }

    private void note(String stage, long since) {
        stages.computeIfAbsent(stage, _ -> new ArrayList<>()).add((System.nanoTime() - since) / 1e9);
    }
}
