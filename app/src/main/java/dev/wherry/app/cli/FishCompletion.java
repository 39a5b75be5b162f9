// What fish is told to complete Wherry's commands by.
package dev.wherry.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One line of fish's "complete" for each word that can be typed, with the condition under which it can. */
final class FishCompletion {

    /** Compares the words typed so far, without options, with a pattern. */
    private static final String HEAD = """
            function __wherry_typed
                set -l words
                set -l tokens (commandline -opc)
                set -e tokens[1]
                while set -q tokens[1]
                    switch $tokens[1]
                        case -m --machine
                            set -e tokens[1]
                        case '-*'
                        case '*'
                            set -a words $tokens[1]
                    end
                    set -q tokens[1]; and set -e tokens[1]
                end
                string match -rq -- $argv[1] "$words"
            end
            complete -c wherry -e
            complete -c wherry -f
            """;

    private final StringBuilder script = new StringBuilder(HEAD);

    FishCompletion(CommandPath root) {
        root.all().forEach(this::add);
    }

    String script() {
        return script.toString();
    }

    private void add(CommandPath command) {
        String pattern = command.words().stream().map(names -> "(" + String.join("|", names) + ")")
                .collect(Collectors.joining(" "));
        String here = condition("^" + pattern + "$");
        String below = condition("^" + pattern + (pattern.isEmpty() ? "$" : "( |$)"));
        for (CommandPath child : command.children()) {
            line(here, "-a " + quote(String.join(" ", child.names())), child.description());
        }
        for (PositionalParamSpec parameter : command.spec().positionalParameters()) {
            String values = values(parameter);
            if (!values.isEmpty()) {
                line(here, values, "");
            }
        }
        command.options().forEach(option -> line(below, names(option), String.join(" ", option.description())));
    }

    private static String names(OptionSpec option) {
        String names = List.of(option.names()).stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        String values = values(option);
        return names + (option.arity().max() == 0 ? "" : " -r") + (values.isEmpty() ? "" : " " + values);
    }

    private static String values(ArgSpec argument) {
        if (argument.completionCandidates() != null) {
            return "-a " + quote(String.join(" ", argument.completionCandidates()));
        }
        return argument.type() == Path.class ? "-F" : "";
    }

    private static String condition(String pattern) {
        return "__wherry_typed " + quote(pattern);
    }

    private void line(String condition, String what, String description) {
        script.append("complete -c wherry -n ").append(quote(condition)).append(' ').append(what);
        if (!description.isEmpty()) {
            script.append(" -d ").append(quote(description));
        }
        script.append('\n');
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
