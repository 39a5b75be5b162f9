// The agent's process.
package dev.wherry.engine.agent;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.wherry.engine.host.Detachment;
import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.PrivateFiles;
import dev.wherry.engine.names.HostLookup;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Started by {@link AgentLauncher} when a client finds no agent. There is one for each user, or for each WHERRY_HOME. */
public final class AgentMain {

    private AgentMain() {
    }

    /** Runs the agent until it is no longer needed; ends at once when there is one already. */
    public static void main(String[] arguments) throws Exception {
        Detachment.ofHost().enter();
        HostLookup.forgetSoon();
        Directories directories = Directories.ofCurrentUser();
        PrivateFiles.createDirectories(directories.runtime());
        try (FileChannel lockFile = FileChannel.open(lockIn(directories),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            @Nullable
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                ProgramLog.open(directories, "agent.log");
                run(directories);
            }
        }
        // Nothing may keep a process alive that has given its lock to the next agent.
        System.exit(0);
    }

    private static Path lockIn(Directories directories) {
        return directories.runtime().resolve("agent.lock");
    }

    /** Whether there is an agent for {@code directories}, be it one that is just leaving. */
    static boolean runs(Directories directories) {
        try (FileChannel lockFile = FileChannel.open(lockIn(directories), StandardOpenOption.WRITE)) {
            return lockFile.tryLock() == null;
        } catch (IOException e) {
            return false;
        }
    }

    private static void run(Directories directories) {
        Logger log = LoggerFactory.getLogger(AgentMain.class);
        try (Agent agent = new Agent(directories)) {
            agent.run();
        } catch (InterruptedException e) {
            log.info("Interrupted: leaving");
        } catch (IOException | RuntimeException e) {
            log.error("The agent failed", e);
        }
    }
}
