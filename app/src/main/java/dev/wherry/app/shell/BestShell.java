// Finds the best shell that a container has.
package dev.wherry.app.shell;

import java.util.List;

/** A command line that becomes the shell of whoever runs it: in the container itself, so that it takes no round trip more. */
public final class BestShell {

    // It uses nothing but what a shell has built in, for a container may have little else. sh as a user's shell mostly means that
    // nobody chose one. No login shell: /etc/profile would replace the PATH that the container's image has set.
    private static final String SCRIPT = """
            while read -r key uid rest; do
                [ "$key" = Uid: ] && break
            done </proc/self/status
            while IFS=: read -r name word id group comment home own; do
                [ "$id" = "$uid" ] && break
            done 2>/dev/null </etc/passwd
            case ${own##*/} in
                sh) ;;
                *sh) [ -x "$own" ] && exec "$own" ;;
            esac
            for shell in bash zsh fish ash; do
                command -v $shell >/dev/null 2>&1 && exec $shell
            done
            exec sh
            """;

    private BestShell() {
    }

    /**
     * What to run in the container.
     *
     * @param utf8 whether the user's terminal shows UTF-8; a container that says nothing of the language is told so, by the one
     *             such locale that nearly every image has
     */
    public static List<String> line(boolean utf8) {
        String locale = utf8 ? "[ -n \"$LANG$LC_ALL$LC_CTYPE\" ] || export LANG=C.UTF-8\n" : "";
        return List.of("sh", "-c", locale + SCRIPT);
    }
}
