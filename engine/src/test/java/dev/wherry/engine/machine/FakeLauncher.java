// A launcher without a VM, for states that a real one passes through too quickly, or never.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import dev.wherry.engine.config.DataSize;
import dev.wherry.engine.config.IdleSettings;
import dev.wherry.engine.config.Overrides;
import dev.wherry.engine.forward.PortForward;
import dev.wherry.engine.forward.PortPolicy;
import dev.wherry.engine.guest.Guest;
import dev.wherry.engine.hypervisor.VmExit;
import dev.wherry.engine.share.Share;
import dev.wherry.engine.share.ShareState;
import org.jspecify.annotations.Nullable;

/** Starts hang in the stage BOOT until they are released, or fail there. The engine socket is a real one, where a path for it is given. */
final class FakeLauncher implements Launcher {

    final CountDownLatch entered = new CountDownLatch(1);
    volatile CountDownLatch release = new CountDownLatch(1);
    final AtomicInteger starts = new AtomicInteger();
    final AtomicInteger wipes = new AtomicInteger();
    volatile boolean present = true;
    volatile @Nullable MachineException failure;
    volatile boolean leftRunning;
    volatile List<Share> shares = List.of();
    volatile IdleSettings idle = IdleSettings.NEVER;
    private final @Nullable Path socket;
    private volatile @Nullable FakeSession latest;

    FakeLauncher() {
        this(null);
    }

    FakeLauncher(@Nullable Path socket) {
        this.socket = socket;
    }

    FakeSession latest() {
        return Objects.requireNonNull(latest);
    }

    @Override
    public boolean exists() {
        return present;
    }

    @Override
    public boolean seemsToRun() {
        return leftRunning;
    }

    @Override
    public Session start(Overrides overrides, Consumer<Stage> stages, Entrance entrance)
            throws MachineException, InterruptedException {
        starts.incrementAndGet();
        stages.accept(Stage.CHECK);
        stages.accept(Stage.BOOT);
        entered.countDown();
        MachineException planned = failure;
        if (planned != null) {
            throw planned;
        }
        release.await();
        if (socket != null) {
            open(entrance);
        }
        FakeSession session = new FakeSession();
        latest = session;
        return session;
    }

    @Override
    public List<Share> shares() {
        return shares;
    }

    private static void open(Entrance entrance) throws MachineException {
        try {
            entrance.open();
        } catch (IOException e) {
            throw new MachineException(String.valueOf(e.getMessage()), "", e);
        }
    }

    @Override
    public IdleSettings idle() {
        return idle;
    }

    @Override
    public String wherry() {
        return "wherry -m work";
    }

    @Override
    public Path engineSocket() {
        return socket == null ? Path.of("nowhere") : socket;
    }

    @Override
    public PortPolicy ports() {
        return PortPolicy.LOOPBACK;
    }

    @Override
    public void stopStray() {
    }

    @Override
    public void create() {
        present = true;
    }

    @Override
    public void delete() {
        present = false;
    }

    @Override
    public void wipe() {
        wipes.incrementAndGet();
    }

    @Override
    public List<String> consoleTail(int count) {
        return List.of("last words");
    }

    /** A session that only counts. */
    static final class FakeSession implements Session {

        final CompletableFuture<VmExit> exit = new CompletableFuture<>();
        final AtomicInteger stops = new AtomicInteger();
        final AtomicInteger kills = new AtomicInteger();
        final AtomicInteger resumes = new AtomicInteger();
        final AtomicInteger catchUps = new AtomicInteger();
        volatile Runnable onPause = () -> {
        };
        volatile Runnable onStop = () -> {
        };
        volatile boolean paused;
        volatile @Nullable DataSize disk;
        volatile boolean closed;
        volatile List<Share> shared = List.of();
        volatile EngineUse use = new EngineUse(OptionalInt.of(0), 0, 0);

        @Override
        public VmDetails details() {
            return new VmDetails(1, "tcg", "", "", 1, 1, 1, null, null, false);
        }

        @Override
        public Guest guest() {
            return new AnsweringGuest();
        }

        @Override
        public List<PortForward> ports() {
            return List.of();
        }

        @Override
        public List<ShareState> shares() {
            return shared.stream().map(share -> new ShareState(share, true, null)).toList();
        }

        @Override
        public void publish(PortPolicy policy) {
            // nothing is published here
        }

        @Override
        public void share(List<Share> wanted) {
            shared = wanted;
        }

        @Override
        public void catchUp() {
            catchUps.incrementAndGet();
        }

        @Override
        public EngineUse engineUse() {
            return use;
        }

        @Override
        public CompletableFuture<VmExit> onExit() {
            return exit;
        }

        @Override
        public void pause() {
            paused = true;
            onPause.run();
        }

        @Override
        public void resume() {
            resumes.incrementAndGet();
            paused = false;
        }

        @Override
        public void growDisk(DataSize size) {
            disk = size;
        }

        @Override
        public void kill() {
            kills.incrementAndGet();
            exit.complete(new VmExit(true, "killed"));
        }

        @Override
        public void stop() {
            onStop.run();
            stops.incrementAndGet();
            exit.complete(new VmExit(true, "stopped"));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
