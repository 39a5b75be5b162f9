// Writes docs/reference.md; "./dev docs" runs it.
package dev.wherry.app.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The reference of all commands, made from the very model by which they are parsed. */
final class Reference {

    private static final String HEAD = """
            # Commands
            <!-- Made by "./dev docs" from the program itself; edit the commands, not this file. -->
            Every command takes `-m NAME` to name a machine, also in front of its name, and `-h` for help. Where a command says
            nothing else, its exit code is 0 when it is done, 1 when it failed, 2 for wrong usage, 3 when something has to be put
            right first, and 4 when there is no such machine.
            """;

    /** Said once, at the top. */
    private static final List<String> EVERYWHERE = List.of("--machine", "--help");

    private Reference() {
    }

    /** Writes the file named by the only argument. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), text());
    }

    static String text() {
        StringBuilder text = new StringBuilder(HEAD);
        List<CommandPath> all = CommandPath.root().all().skip(1).toList();
        for (Purpose purpose : Purpose.values()) {
            String sections = Stream.of(Commands.values()).filter(command -> command.purpose() == purpose)
                    .flatMap(command -> all.stream().filter(path -> path.words().getFirst().contains(command.word())))
                    .map(path -> "\n" + section(path)).collect(joining());
            text.append(sections.isEmpty() ? "" : "\n## " + purpose.title() + "\n" + sections);
        }
        return text.toString();
    }

    private static String section(CommandPath command) {
        List<String> parts = new ArrayList<>();
        parts.add("### wherry " + command.typed());
        parts.add(command.description() + also(command));
        parts.add(code(command.spec().commandLine().getHelp().synopsis(0).stripTrailing()));
        List<String> rows = Stream.concat(
                command.spec().positionalParameters().stream().map(parameter -> row(parameter.paramLabel(), parameter)),
                command.options().stream().filter(option -> !EVERYWHERE.contains(option.longestName()))
                        .map(option -> row(names(option), option)))
                .toList();
        if (!rows.isEmpty()) {
            parts.add("| | |\n|---|---|\n" + String.join("\n", rows));
        }
        UsageMessageSpec usage = command.spec().usageMessage();
        if (!usage.exitCodeList().isEmpty()) {
            parts.add("Exit codes: " + usage.exitCodeList().entrySet().stream()
                    .map(code -> code.getKey() + " " + code.getValue()).collect(joining("; ")) + ".");
        }
        parts.add(code(Stream.of(usage.footer()).map(line -> line.replace("%%", "%").replace("%n", ""))
                .collect(joining("\n")).strip()));
        return String.join("\n\n", parts) + "\n";
    }

    private static String also(CommandPath command) {
        List<String> others = command.names().subList(1, command.names().size());
        return others.isEmpty()
                ? ""
                : " Also: " + others.stream().map(name -> "`" + name + "`").collect(joining(", ")) + ".";
    }

    private static String names(OptionSpec option) {
        return String.join(", ", option.names()) + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
    }

    private static String row(String name, ArgSpec argument) {
        String values = argument.completionCandidates() == null
                ? ""
                : String.join(", ", argument.completionCandidates());
        String description = String.join(" ", argument.description()).replace("${COMPLETION-CANDIDATES}", values);
        return "| `" + name + "` | " + description.replace("|", "\\|") + " |";
    }

    private static String code(String text) {
        return "```\n" + text + "\n```";
    }
}
