// Bytes through a command in the guest and back.
package dev.wherry.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32C;

/** {@code wherry ssh cat} against {@code ssh cat}, from the start of the program to its end; what comes back has to be whole. */
final class SshFigure implements Figure {

    private static final int ROUNDS = 5;
    private static final int CHUNK = 1 << 16;
    /** 64 MiB: a gigabyte would take five minutes each time where the guest is emulated. */
    private static final int CHUNKS = 1 << 10;

    private final byte[] chunk = new byte[CHUNK];

    SshFigure() {
        new Random(1).nextBytes(chunk);
    }

    @Override
    public List<Row> measure(Rig rig) throws Exception {
        List<String> ours = rig.line("ssh", "cat");
        List<String> peer = new ArrayList<>(OpenSsh.line(rig, List.of()));
        peer.add("cat");
        return List.of(Row.atLeast(0.9, "`wherry ssh cat`, 64 MiB in and out; `ssh cat`",
                Pair.inTurns(ROUNDS, () -> echo(rig, ours), () -> echo(rig, peer)), "MB/s"));
    }

    private double echo(Rig rig, List<String> line) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = Command.in(rig.home(), line).start();
        CompletableFuture<Long> sent = CompletableFuture.supplyAsync(() -> send(process.getOutputStream()));
        CRC32C received = new CRC32C();
        byte[] buffer = new byte[CHUNK];
        InputStream in = process.getInputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            received.update(buffer, 0, n);
        }
        if (process.waitFor() != 0 || sent.join() != received.getValue()) {
            throw new IOException(line + " did not give back what it was given");
        }
        return (double) CHUNK * CHUNKS / 1e6 / ((System.nanoTime() - begin) / 1e9);
    }

    private long send(OutputStream out) {
        CRC32C sum = new CRC32C();
        try (out) {
            for (int i = 0; i < CHUNKS; i++) {
                chunk[0] = (byte) i; // no two neighbours alike, so that none can be lost or doubled unnoticed
                sum.update(chunk);
                out.write(chunk);
            }
        } catch (IOException e) {
            return -1; // it has ended; the sums will differ
        }
        return sum.getValue();
    }
}
