// How to start the command line of this very program.
package dev.wherry.app.release;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The words that start Wherry's command line as this process was started. */
public final class OwnCommandLine {

    /** The program's path; packages set it. */
    public static final String LAUNCHER_PROPERTY = "wherry.launcher";

    // By name: the command line is no business of whoever starts it.
    private static final String MAIN = "dev.wherry.app.cli.Main";

    private OwnCommandLine() {
    }

    /** The packaged program, or else this JVM with its options and class path. */
    public static List<String> words() {
        @Nullable
        String launcher = System.getProperty(LAUNCHER_PROPERTY);
        if (launcher != null) {
            return List.of(launcher);
        }
        return ofThisJvm();
    }

    /** This JVM with its options and class path, even where there is a packaged program: that may be the app's, not this one's. */
    public static List<String> ofThisJvm() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        words.addAll(List.of("-cp", absolute(System.getProperty("java.class.path")), MAIN));
        return words;
    }

    private static String absolute(String classPath) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL).splitAsStream(classPath)
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
