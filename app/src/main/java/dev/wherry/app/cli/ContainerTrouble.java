// Why nothing could be run in a container.
package dev.wherry.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;

import dev.wherry.engine.host.ShellWord;

/** Adds what is wrong and what to do to what docker itself has said. */
final class ContainerTrouble {

    // $1 is the container, $2 what was wanted of it. Each line of the answer begins with a word for what follows: the container's
    // state, or the name of one that runs.
    private static final String QUESTION = """
            if state=$(docker container inspect -f '{{.State.Status}}' "$1" 2>/dev/null); then
                echo "state $state"
                if [ "$state $2" = 'running shell' ] && ! docker exec "$1" sh -c : >/dev/null 2>&1; then
                    echo shell none
                fi
            else
                docker container ls --format 'name {{.Names}}'
            fi
            """;

    private ContainerTrouble() {
    }

    /** Whether docker may have meant by this exit code that the command was not run: 1, or 126 and 127 as a shell does. */
    static boolean mayBeReasonFor(int exitCode) {
        return exitCode == 1 || exitCode == 126 || exitCode == 127;
    }

    /**
     * Looks what is wrong with {@code container}.
     *
     * @param shell whether it should have had a shell
     * @return lines for the user; none when nothing is wrong with the container
     */
    static List<String> find(MachineOption machine, String container, boolean shell) throws Exception {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        String words = ShellWord.line(List.of("set", "--", container, shell ? "shell" : "command"));
        ForwardedCommand.run(machine, words + "\n" + QUESTION, InputStream.nullInputStream(), answer);
        return explain(machine.wherry(), container, answer.toString(UTF_8).lines().toList());
    }

    static List<String> explain(String wherry, String container, List<String> answer) {
        if (answer.contains("shell none")) {
            return said("Container \"" + container + "\" has no shell.",
                    "Name a command that it has: " + wherry + " shell " + container + " COMMAND");
        }
        return answer.stream().filter(line -> line.startsWith("state ")).findFirst()
                .map(line -> ofState(wherry, container, line.substring("state ".length())))
                .orElseGet(() -> unknown(container, answer));
    }

    private static List<String> ofState(String wherry, String container, String state) {
        return switch (state) {
            case "running" -> List.of();
            case "paused" -> said("Container \"" + container + "\" is paused.",
                    "Let it go on: " + wherry + " docker unpause " + container);
            case "restarting" -> said("Container \"" + container + "\" keeps ending and is being restarted.",
                    "See why: " + wherry + " docker logs " + container);
            default -> said("Container \"" + container + "\" does not run (" + state + ").",
                    "Start it: " + wherry + " docker start " + container);
        };
    }

    private static List<String> unknown(String container, List<String> answer) {
        List<String> names = answer.stream().map(line -> line.substring("name ".length())).toList();
        return said("There is no container \"" + container + "\".",
                names.isEmpty() ? "None is running." : "Running: " + String.join(", ", names));
    }

    private static List<String> said(String what, String remedy) {
        return List.of("wherry: " + what, "        " + remedy);
    }
}
