// Ours and the peer's, measured in turns.
package dev.wherry.bench;

/** Two series of measurements that were taken in turns, so that a busy minute of the machine falls on both. */
record Pair(Samples ours, Samples peer) {

    /** One measurement. */
    interface Measurement {
        double take() throws Exception;
    }

    /** Takes {@code rounds} measurements of each, after one of each that does not count. */
    static Pair inTurns(int rounds, Measurement ours, Measurement peer) throws Exception {
        ours.take();
        peer.take();
        double[] first = new double[rounds];
        double[] second = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            first[i] = ours.take();
            second[i] = peer.take();
        }
        return new Pair(new Samples(first), new Samples(second));
    }

    /** How many times the peer's our figure is, by their medians. */
    double ratio() {
        return ours.median() / peer.median();
    }
}
