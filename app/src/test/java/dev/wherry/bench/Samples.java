// Several measurements of one thing.
package dev.wherry.bench;

import java.util.Arrays;

/** Measurements, sorted. The median stands for them: on a shared machine the mean tells more of the neighbours. */
record Samples(double... sorted) {

    Samples {
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least() {
        return sorted[0];
    }

    double most() {
        return sorted[sorted.length - 1];
    }
}
