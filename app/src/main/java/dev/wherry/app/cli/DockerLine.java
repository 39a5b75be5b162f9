// The docker command line as the guest's shell reads it.
package dev.wherry.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.wherry.engine.host.ShellWord;
import dev.wherry.engine.share.GuestPath;

/** Makes docker work in the folder that the caller is in, where that is shared, and finds the folders of Windows in its arguments. */
final class DockerLine {

    /** The first path of a mount: {@code C:\work:/src}, {@code --volume=C:\work:/src}, {@code type=bind,source=C:\work,...}. */
    private static final Pattern MOUNT = Pattern.compile(
            "((?:--volume=|-v=?|(?:--mount=)?(?:[^,]+,)*(?:source|src)=)?)([A-Za-z]:[\\\\/][^:,]*)(.*)",
            Pattern.DOTALL);

    private DockerLine() {
    }

    /**
     * The line.
     *
     * @param arguments as for docker
     * @param folder    where the caller is; a folder that is not shared does not count
     * @param isWindows whether paths of Windows are among the arguments
     */
    static String of(List<String> arguments, Path folder, boolean isWindows) {
        List<String> line = new ArrayList<>(List.of("docker"));
        arguments.forEach(argument -> line.add(isWindows ? translated(argument) : argument));
        return "cd " + ShellWord.quote(GuestPath.of(folder)) + " 2>/dev/null; exec " + ShellWord.line(line);
    }

    private static String translated(String argument) {
        Matcher mount = MOUNT.matcher(argument);
        return mount.matches()
                ? mount.group(1) + GuestPath.ofWindows(mount.group(2)).orElse(mount.group(2)) + mount.group(3)
                : argument;
    }
}
