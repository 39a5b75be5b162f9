// Picks the best accelerator that works on this host.
package dev.wherry.engine.hypervisor.qemu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.wherry.engine.host.Platform;
import dev.wherry.engine.hypervisor.Accelerator;
import dev.wherry.engine.hypervisor.AcceleratorChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through the candidates, best first, until one has proved itself; asks the probe once a boot for each. */
final class AcceleratorChooser {

    private static final Logger LOG = LoggerFactory.getLogger(AcceleratorChooser.class);

    private final QemuInstallation qemu;
    private final Platform host;
    private final AcceleratorProbe probe;
    private final VerdictFile verdicts;

    AcceleratorChooser(QemuInstallation qemu, Platform host, AcceleratorProbe probe, VerdictFile verdicts) {
        this.qemu = qemu;
        this.host = host;
        this.probe = probe;
        this.verdicts = verdicts;
    }

    /** Says whether an accelerator works; empty when that is not known. */
    private interface Judge {
        Optional<Verdict> judge(Accelerator candidate) throws IOException, InterruptedException;
    }

    /** The accelerator for guests that boot {@code kernel}. */
    AcceleratorChoice choose(Path kernel) throws IOException, InterruptedException {
        return choose(candidate -> Optional.of(verdict(candidate, kernel))).orElseThrow();
    }

    /** The same without trying anything out; empty when it would have to. */
    Optional<AcceleratorChoice> known(Path kernel) throws IOException, InterruptedException {
        return choose(candidate -> verdicts.find(verdicts.key(qemu, candidate, kernel)));
    }

    private Optional<AcceleratorChoice> choose(Judge judge) throws IOException, InterruptedException {
        List<String> refusals = new ArrayList<>();
        for (Accelerator candidate : Accelerator.candidates(host, qemu.arch())) {
            if (candidate == Accelerator.TCG) {
                break;
            }
            Optional<Verdict> verdict = judge.judge(candidate);
            if (verdict.isEmpty()) {
                return Optional.empty();
            }
            if (verdict.get().works()) {
                return Optional.of(new AcceleratorChoice(candidate, verdict.get().explanation()));
            }
            refusals.add(verdict.get().explanation());
        }
        if (refusals.isEmpty()) {
            refusals.add("the guest is of another architecture than the host");
        }
        return Optional.of(new AcceleratorChoice(Accelerator.TCG,
                String.join("; ", refusals) + "; using software emulation (TCG), which is much slower"));
    }

    // One at a time: two probes at once would each slow the other down, past the deadline perhaps.
    private synchronized Verdict verdict(Accelerator candidate, Path kernel) throws IOException, InterruptedException {
        String key = verdicts.key(qemu, candidate, kernel);
        Optional<Verdict> known = verdicts.find(key);
        if (known.isPresent()) {
            return known.get();
        }
        Verdict verdict = probe.probe(candidate, kernel);
        LOG.info("{}", verdict.explanation());
        verdicts.put(key, verdict);
        return verdict;
    }
}
