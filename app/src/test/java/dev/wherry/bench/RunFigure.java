// Starting and ending a container.
package dev.wherry.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code docker run --rm} of a program that does nothing, under the runtime that the guest is tuned to, against runc with
 * which an untuned engine runs it. Timed in the guest: the way there is the same for both.
 */
final class RunFigure implements Figure {

    private static final int ROUNDS = 7;

    // Where the guest says how long it has been up, to the hundredth of a second.
    private static final String SCRIPT = """
            for round in $(seq 0 %d); do for runtime in $(docker info -f '{{.DefaultRuntime}}') runc; do
                read begin _ </proc/uptime
                docker run --rm --runtime $runtime -v /usr/bin/busybox:/bin/true:ro --entrypoint /bin/true \
            wherry/hello || exit 1
                read end _ </proc/uptime
                echo took $runtime $begin $end
            done; done
            """.formatted(ROUNDS);

    @Override
    public List<Row> measure(Rig rig) throws Exception {
        List<Double> tuned = new ArrayList<>();
        List<Double> untuned = new ArrayList<>();
        String runtime = "runc";
        for (String line : rig.wherry("ssh", SCRIPT).lines().toList()) {
            String[] words = line.split(" ", -1);
            if (words.length != 4 || !words[0].equals("took")) {
                continue; // something that the guest's shell or docker had to say
            }
            double seconds = Double.parseDouble(words[3]) - Double.parseDouble(words[2]);
            boolean ours = tuned.size() == untuned.size();
            runtime = ours ? words[1] : runtime;
            (ours ? tuned : untuned).add(seconds);
        }
        return List.of(Row.atMost(0.65, "`docker run --rm` of a no-op, " + runtime + "; runc",
                new Pair(samples(tuned), samples(untuned)), "s"));
    }

    private static Samples samples(List<Double> seconds) {
        return new Samples(seconds.stream().skip(1).mapToDouble(Double::doubleValue).toArray());
    }
}
