// A command as people type it.
package dev.wherry.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The way to one command of the model.
 *
 * @param words for each word to type, all the names that serve; the first is the proper one
 * @param spec  the command
 */
record CommandPath(List<List<String>> words, CommandSpec spec) {

    /** The program itself, of which all commands are part. */
    static CommandPath root() {
        return new CommandPath(List.of(), Main.commandLine().getCommandSpec());
    }

    /** This command and all below it, each before what is below it. */
    Stream<CommandPath> all() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(CommandPath::all));
    }

    /** The commands right below this one. */
    List<CommandPath> children() {
        Map<CommandLine, List<String>> names = new LinkedHashMap<>();
        spec.subcommands().forEach((name, line) -> names.computeIfAbsent(line, key -> new ArrayList<>()).add(name));
        return names.entrySet().stream().map(child -> new CommandPath(
                Stream.concat(words.stream(), Stream.of(List.copyOf(child.getValue()))).toList(),
                child.getKey().getCommandSpec())).toList();
    }

    /** What to type after "wherry", by the proper names. */
    String typed() {
        return String.join(" ", words.stream().map(List::getFirst).toList());
    }

    /** All the names of this command's last word. */
    List<String> names() {
        return words.getLast();
    }

    /** The options that help shows, in the order of their long names: the model's own is the JVM's, and may change. */
    List<OptionSpec> options() {
        return spec.options().stream().filter(option -> !option.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName)).toList();
    }

    /** What the command is for, in one line. */
    String description() {
        return String.join(" ", spec.usageMessage().description());
    }
}
