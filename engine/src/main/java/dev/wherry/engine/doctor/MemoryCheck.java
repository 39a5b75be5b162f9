// Whether the machine fits into the host's memory.
package dev.wherry.engine.doctor;

import dev.wherry.engine.config.ConfigException;
import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.host.HostMemory;

/** Compares what the machine is to have with what there is. */
final class MemoryCheck implements Check {

    /** What the rest of the host needs to stay usable; a start is refused without it. */
    private static final DataSize LEFT_TO_HOST = DataSize.ofMiB(512);

    private final Subject subject;

    MemoryCheck(Subject subject) {
        this.subject = subject;
    }

    /**
     * The amounts.
     *
     * @param wanted    what the machine is to have
     * @param total     what the host has
     * @param available what of that is not in use
     * @param taken     whether the machine runs, so that its memory counts as in use
     */
    record Amounts(DataSize wanted, DataSize total, DataSize available, boolean taken) {
    }

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public String title() {
        return "Memory";
    }

    @Override
    public Finding run() throws Exception {
        try {
            return judge(new Amounts(subject.config().memory(), new DataSize(HostMemory.total()),
                    new DataSize(HostMemory.available()), subject.agent().obstacle().isEmpty()));
        } catch (ConfigException e) {
            return Finding.skipped(this, "the configuration is broken");
        }
    }

    Finding judge(Amounts amounts) {
        String facts = amounts.wanted() + " for the machine; this computer has " + amounts.total().rounded()
                + ", of which " + amounts.available().rounded() + " are free";
        String less = "Set \"memory:\" to less in " + subject.files().config();
        if (amounts.wanted().bytes() + LEFT_TO_HOST.bytes() > amounts.total().bytes()) {
            return Finding.failed(this, facts + ".", less + ".");
        }
        if (!amounts.taken() && amounts.available().compareTo(amounts.wanted()) < 0) {
            return Finding.warning(this, facts + ".", "Close other programs, or: " + less + ".");
        }
        return Finding.passed(this, facts);
    }
}
