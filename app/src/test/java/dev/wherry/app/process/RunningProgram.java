// A program that a test started.
package dev.wherry.app.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A process, and the lines that it printed. */
public final class RunningProgram implements AutoCloseable {

    private static final int END_SECONDS = 30;

    private final Process process;
    private final boolean service;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private RunningProgram(Process process, boolean service) {
        this.process = process;
        this.service = service;
        this.reader = Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(output::add));
    }

    /** Starts {@code command}, which goes on until it is stopped. */
    public static RunningProgram service(Map<String, String> environment, List<String> command) throws IOException {
        return new RunningProgram(start(environment, command), true);
    }

    /**
     * Starts a class of the test's, which goes on until its input ends.
     *
     * @param options   for the JVM
     * @param arguments for the class
     */
    public static RunningProgram java(Map<String, String> environment, List<String> options, Class<?> main,
            String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new RunningProgram(start(environment, command), false);
    }

    // With "environment" and nothing else that would lead to a desktop.
    private static Process start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS",
                "XDG_RUNTIME_DIR"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The lines so far. */
    public List<String> output() {
        return output;
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    /** Gives it a line of input. */
    public void type(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
    }

    /** Waits for its end, and returns its exit code. */
    public int await() throws InterruptedException {
        end();
        return process.exitValue();
    }

    /** Ends the program in its own way. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (service) {
            stop();
        } else {
            process.getOutputStream().close();
            end();
        }
    }

    /** Stops the program. */
    public void stop() throws InterruptedException {
        // Process.destroy() would close the streams under the reader.
        process.toHandle().destroy();
        end();
    }

    /** Lets the program end without a chance to do anything about it. */
    public void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        end();
    }

    private void end() throws InterruptedException {
        boolean ended = process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        process.toHandle().destroyForcibly();
        reader.join();
        if (!ended) {
            throw new AssertionError("process " + process.pid() + " did not end within " + END_SECONDS + " s");
        }
    }
}
