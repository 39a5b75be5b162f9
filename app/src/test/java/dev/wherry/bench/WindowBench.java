// The part of "./dev bench" that is about the window: no VM, a machine that is not there, a screen that nobody sees.
package dev.wherry.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import dev.wherry.app.fake.FakeMachine;
import dev.wherry.app.tray.dbus.PrivateBus;
import dev.wherry.app.tray.dbus.TestDesktop;

/** Measures how soon the window is there, what it takes, and how smooth it stays. */
public final class WindowBench {

    private static final int STARTS = 5;
    private static final int FEW = 20;
    private static final int MANY = 300;
    private static final Duration SETTLING = Duration.ofSeconds(20);

    private WindowBench() {
    }

    /**
     * Prints a row for each figure.
     *
     * @param arguments the command line of the app as built; its last word is the main class
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        List<String> app = List.of(arguments);
        Path folder = Files.createTempDirectory(Path.of("/tmp"), "wb");
        try (Screen screen = new Screen();
                PrivateBus bus = new PrivateBus(folder);
                TestDesktop desktop = new TestDesktop(bus)) {
            System.out.println(Row.HEAD);
            try (FakeMachine machine = machine(FEW)) {
                few(app, machine, screen, bus).forEach(System.out::println);
            }
            try (FakeMachine machine = machine(MANY)) {
                System.out.println(
                        Row.within(100, "longest stall, " + MANY + " containers with live figures, without AOT cache",
                                stall(app, machine, screen), "ms"));
            }
        } finally {
            delete(folder);
        }
        System.exit(0);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static FakeMachine machine(int containers) throws IOException {
        FakeMachine machine = FakeMachine.running(containers);
        machine.docker().withImages(containers / 4).withVolumes(containers / 4);
        Path preferences = machine.home().resolve("config/desktop.json");
        Files.createDirectories(preferences.getParent());
        Files.writeString(preferences, "{\"welcomed\": true}");
        return machine;
    }

    private static List<Row> few(List<String> app, FakeMachine machine, Screen screen, PrivateBus bus)
            throws Exception {
        double[] seconds = new double[STARTS];
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            Process process = screen.start(app, environment(machine, bus));
            try {
                screen.awaitWindow();
                seconds[i] = (System.nanoTime() - start) / 1e9;
                if (i == STARTS - 1) {
                    Thread.sleep(SETTLING);
                    rows.addAll(resident(process, 220, "app, resident, window open, " + FEW + " containers"));
                    screen.key("ctrl+w");
                    Thread.sleep(SETTLING);
                    if (screen.showsWindow()) {
                        throw new IOException("The window did not close at Ctrl+W");
                    }
                    rows.addAll(resident(process, 160, "app, resident, in the tray after the window was closed"));
                }
            } finally {
                process.destroy();
                process.waitFor(20, TimeUnit.SECONDS);
            }
        }
        rows.addFirst(Row.within(2, "window visible after the process' start, median of " + STARTS,
                new Samples(seconds).median(), "s"));
        return rows;
    }

    // The same JVM and class path as the app's, with the watcher in the place of the app's own main class; to that longer class path
    // the AOT cache does not apply, so its start is slower than that of the app.
    private static double stall(List<String> app, FakeMachine machine, Screen screen) throws Exception {
        List<String> line = new ArrayList<>(app);
        line.removeIf(word -> word.startsWith("-XX:AOTCache"));
        int classPath = line.indexOf("-cp") + 1;
        line.set(classPath, line.get(classPath) + ":" + System.getProperty("java.class.path"));
        line.set(line.size() - 1, Pulses.class.getName());
        Process process = screen.start(line, Map.of(Rig.HOME_VARIABLE, machine.home().toString()));
        try (BufferedReader out = process.inputReader()) {
            String last = out.lines().reduce("", (before, each) -> each);
            return Double.parseDouble(last);
        } finally {
            process.destroy();
        }
    }

    private static Map<String, String> environment(FakeMachine machine, PrivateBus bus) {
        Map<String, String> environment = new HashMap<>(bus.environment());
        environment.put(Rig.HOME_VARIABLE, machine.home().toString());
        return environment;
    }

    // All that counts as the process' own in top and its like, other processes' use of the same libraries included.
    private static List<Row> resident(Process process, double limit, String figure) throws IOException {
        List<String> status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
        return List.of(Row.within(limit, figure, megabytes(status, "VmRSS:"), "MB"),
                Row.plain("– of it: memory of its own", megabytes(status, "RssAnon:"), "MB"),
                Row.plain("– of it: pages of files, unchanged: AOT cache, libraries, fonts",
                        megabytes(status, "RssFile:"), "MB"),
                Row.plain("– of it: pictures shared with the display", megabytes(status, "RssShmem:"), "MB"));
    }

    private static double megabytes(List<String> status, String key) {
        String line = status.stream().filter(each -> each.startsWith(key)).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e6;
    }

    /** A screen that nobody sees. */
    private static final class Screen implements AutoCloseable {

        private static final long PATIENCE = 60;

        private final Process server;
        private final String display;

        Screen() throws IOException {
            server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24")
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            display = ":" + server.inputReader().readLine();
        }

        Process start(List<String> line, Map<String, String> environment) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            builder.environment().put("DISPLAY", display);
            return builder.start();
        }

        void awaitWindow() throws IOException, InterruptedException {
            Process search = start(List.of("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Wherry$"),
                    Map.of());
            if (!search.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                search.destroy();
                throw new IOException("No window within " + PATIENCE + " s");
            }
        }

        boolean showsWindow() throws IOException, InterruptedException {
            return start(List.of("xdotool", "search", "--onlyvisible", "--name", "^Wherry$"), Map.of()).waitFor() == 0;
        }

        void key(String key) throws IOException, InterruptedException {
            start(List.of("xdotool", "key", key), Map.of()).waitFor();
        }

        @Override
        public void close() {
            server.destroy();
        }
    }
}
