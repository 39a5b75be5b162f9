// Looks now and then how full the data disk is.
package dev.wherry.app.tray;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.watch.MachineView;
import dev.wherry.engine.agent.AgentException;
import dev.wherry.engine.agent.AgentLauncher;
import dev.wherry.engine.agent.ControlClient;
import dev.wherry.engine.guest.GuestCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the guest every few minutes while the machine runs: a disk fills slowly, and an idle computer is to stay idle. */
public final class DiskWatch implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(DiskWatch.class);
    private static final Duration PACE = Duration.ofMinutes(5);
    private static final int KIB = 1024;
    /** df's line: file system, KiB in all, used, free, percentage, where. */
    private static final int ALL = 1;
    private static final int FREE = 3;

    private final AgentLauncher launcher;
    private final Live<MachineView> machine;
    private final Live<Optional<DiskSpace>> space = new Live<>(Optional.empty());
    private final Thread thread = Thread.ofVirtual().name("disk-watch").unstarted(this::run);

    /** Begins to look. */
    public DiskWatch(AgentLauncher launcher, Live<MachineView> machine) {
        this.launcher = launcher;
        this.machine = machine;
        thread.start();
    }

    /** The room on the data disk as it was last seen. */
    public Live<Optional<DiskSpace>> space() {
        return space;
    }

    private void run() {
        try {
            while (true) {
                if (machine.get().engineAnswers()) {
                    look();
                }
                Thread.sleep(PACE);
            }
        } catch (InterruptedException e) {
            LOG.debug("The disk is watched no longer");
        }
    }

    private void look() {
        try {
            Optional<ControlClient> agent = launcher.find();
            if (agent.isPresent()) {
                try (ControlClient client = agent.get()) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    client.exec(GuestCommand.of("df -Pk /var/lib/docker | tail -n 1"))
                            .attach(InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
                    space.set(parse(out.toString(UTF_8)));
                }
            }
        } catch (AgentException e) {
            LOG.debug("The guest does not tell how full its disk is: {}", e.getMessage());
        }
    }

    static Optional<DiskSpace> parse(String line) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        if (words.size() <= FREE || !words.get(ALL).matches("[1-9]\\d{0,15}")
                || !words.get(FREE).matches("\\d{1,16}")) {
            return Optional.empty();
        }
        return Optional.of(
                new DiskSpace(Long.parseLong(words.get(FREE)) * KIB, Long.parseLong(words.get(ALL)) * KIB));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
