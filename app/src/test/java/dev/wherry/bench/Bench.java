// The program behind "./dev bench".
package dev.wherry.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Measures everything that was aimed at, and prints it as a table. */
public final class Bench {

    private Bench() {
    }

    /**
     * Measures.
     *
     * @param arguments the command line that stands for {@code wherry}; the guest image is the one that WHERRY_IMAGE names
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        Rig rig = new Rig(List.of(arguments));
        Thread cleaner = Thread.ofPlatform().unstarted(() -> close(rig));
        Runtime.getRuntime().addShutdownHook(cleaner);
        measure(rig, System.out);
    }

    private static void measure(Rig rig, PrintStream out) throws Exception {
        rig.wherry("up", "-q");
        rig.wherry("ssh", "docker load -qi /usr/share/wherry/hello.tar");
        out.println(Row.HEAD);
        print(new UpFigure(), rig, out);
        print(new RunFigure(), rig, out);
        Target.start(rig);
        print(new ForwardFigure(), rig, out);
        print(new FootprintFigure(Path.of(System.getenv("WHERRY_IMAGE"))), rig, out);
    }

    private static void print(Figure figure, Rig rig, PrintStream out) throws Exception {
        figure.measure(rig).forEach(out::println);
        out.flush();
    }

    // Runs at every end of this program, Ctrl-C among them.
    private static void close(Rig rig) {
        try {
            rig.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Tried to remove " + rig.home() + " but failed", e);
        }
    }
}
