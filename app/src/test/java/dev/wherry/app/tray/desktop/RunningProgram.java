// A program that the test started.
package dev.wherry.app.tray.desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A process, and the lines that it printed. */
final class RunningProgram implements AutoCloseable {

    private static final int END_SECONDS = 10;

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
    static RunningProgram service(Map<String, String> environment, List<String> command) throws IOException {
        return new RunningProgram(start(environment, command), true);
    }

    // With "environment" and nothing else that would lead to a desktop.
    private static Process start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS",
                "XDG_RUNTIME_DIR"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Starts {@link TrayProgram}, which goes on until its input ends. */
    static RunningProgram tray(Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TrayProgram.class.getName()));
        return new RunningProgram(start(environment, command), false);
    }

    List<String> output() {
        return output;
    }

    void type(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
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
    void stop() throws InterruptedException {
        // Process.destroy() would close the streams under the reader.
        process.toHandle().destroy();
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
