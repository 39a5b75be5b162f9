// The threads of a terminal.
package dev.wherry.app.window.terminal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import com.techsenger.jeditermfx.core.TerminalExecutorServiceManager;

/** Threads that end with the terminal, and do not keep the app from ending, as JediTermFX' own would. */
final class TerminalThreads implements TerminalExecutorServiceManager {

    private final ScheduledExecutorService typing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("terminal-typing").factory());
    private final ExecutorService showing = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("terminal-showing").factory());

    @Override
    public ScheduledExecutorService getSingleThreadScheduledExecutor() {
        return typing;
    }

    @Override
    public ExecutorService getUnboundedExecutorService() {
        return showing;
    }

    @Override
    public void shutdownWhenAllExecuted() {
        typing.shutdown();
        showing.shutdown();
    }
}
