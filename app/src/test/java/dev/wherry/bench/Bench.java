// The program behind "./dev bench".
package dev.wherry.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Measures everything that was aimed at, and prints it as a table. */
public final class Bench {

    private Bench() {
    }

    /**
     * Measures.
     *
     * @param arguments names of {@link Part}s, or none for all; {@code --}; the command line that stands for {@code wherry}.
     *                  The guest image is the one that WHERRY_IMAGE names
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        int split = words.indexOf("--");
        Set<Part> parts = EnumSet.noneOf(Part.class);
        words.subList(0, split).forEach(word -> parts.add(Part.valueOf(word.toUpperCase(Locale.ROOT))));
        Rig rig = new Rig(words.subList(split + 1, words.size()));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> close(rig)));
        measure(parts.isEmpty() ? EnumSet.allOf(Part.class) : parts, rig, System.out);
    }

    private static void measure(Set<Part> parts, Rig rig, PrintStream out) throws Exception {
        rig.wherry("up", "-q");
        rig.wherry("ssh", "docker load -qi /usr/share/wherry/hello.tar");
        out.println(Row.HEAD);
        for (Part part : parts) { // in their order: the last one has the traces of the others to measure
            part.figure().measure(rig).forEach(out::println);
        }
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
