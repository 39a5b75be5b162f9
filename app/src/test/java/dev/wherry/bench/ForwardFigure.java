// The ways into the guest: a port forward and the engine socket.
package dev.wherry.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Our forwards against OpenSSH's to the same ports and the same engine. */
final class ForwardFigure implements Figure {

    private static final int ROUNDS = 7;
    private static final int PINGS = 50;
    /** The peer's ports are ours plus this. */
    private static final int BESIDE = 100;

    @Override
    public List<Row> measure(Rig rig) throws Exception {
        Target.start(rig);
        Path peer = rig.home().resolve("peer.sock");
        List<String> ports = IntStream.range(Target.SOURCE, Target.SOURCE + Target.PORTS)
                .mapToObj(port -> "127.0.0.1:%d:127.0.0.1:%d".formatted(port + BESIDE, port)).toList();
        try (Tunnel _ = Tunnel.open(rig, peer, ports)) {
            return List.of(
                    Row.atLeast(1, "forward, download; `ssh -L`", pair(Target.SOURCE, Client::download), "MB/s"),
                    Row.atLeast(1, "forward, upload; `ssh -L`", pair(Target.SINK, Client::upload), "MB/s"),
                    Row.atLeast(1, "forward, new connections; `ssh -L`", pair(Target.PAGE, Client::connections), "/s"),
                    Row.atMost(1, "`_ping` on an open connection; `ssh -L`", Pair.inTurns(ROUNDS,
                            () -> pings(rig.engineSocket()), () -> pings(peer)), "ms"),
                    Row.atMost(1, "`_ping` on a new connection; `ssh -L`", Pair.inTurns(ROUNDS,
                            () -> newPings(rig.engineSocket()), () -> newPings(peer)), "ms"));
        }
    }

    private interface Load {
        double of(int port) throws Exception;
    }

    private static Pair pair(int port, Load load) throws Exception {
        return Pair.inTurns(ROUNDS, () -> load.of(port), () -> load.of(port + BESIDE));
    }

    private static double pings(Path socket) throws Exception {
        double[] millis = new double[PINGS];
        try (Http engine = Http.connect(socket)) {
            for (int i = 0; i < PINGS; i++) {
                long begin = System.nanoTime();
                engine.ping();
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        return new Samples(millis).median();
    }

    private static double newPings(Path socket) throws Exception {
        double[] millis = new double[PINGS];
        for (int i = 0; i < PINGS; i++) {
            long begin = System.nanoTime();
            try (Http engine = Http.connect(socket)) {
                engine.ping();
            }
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        return new Samples(millis).median();
    }
}
