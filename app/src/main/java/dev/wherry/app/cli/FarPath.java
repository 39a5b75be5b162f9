// A path on the far side, as "wherry cp" takes it.
package dev.wherry.app.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.wherry.engine.host.ShellWord;
import org.jspecify.annotations.Nullable;

/**
 * A path in the machine, or in one of its containers.
 *
 * @param container the container; null for the machine itself
 * @param path      the path there
 */
record FarPath(@Nullable String container, String path) {

    /** The machine itself; no container can have this name without being meant by it. */
    private static final String MACHINE = "vm";

    // Two characters at least, so that C:\Users is a path here.
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_.-]+):(.+)", Pattern.DOTALL);

    /** What {@code text} names on the far side; null when it names something here. */
    static @Nullable FarPath parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        String name = form.group(1);
        return new FarPath(name.equals(MACHINE) ? null : name, form.group(2));
    }

    /** The shell command that copies {@code file}, which lies in the machine, to this place. */
    String copyFrom(String file) {
        return container == null
                ? "cp -a " + file + " " + ShellWord.quote(path)
                : "docker cp -q " + file + " " + ShellWord.quote(container + ":" + path);
    }

    /** The shell command that copies what is at this place into {@code folder}, which lies in the machine. */
    String copyInto(String folder) {
        return container == null
                ? "cp -a " + ShellWord.quote(path) + " " + folder
                : "docker cp -q " + ShellWord.quote(container + ":" + path) + " " + folder;
    }
}
