// The list of commands in "wherry help".
package dev.wherry.app.cli;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;

/** Groups the commands by what a person wants. */
final class CommandList implements IHelpSectionRenderer {

    @Override
    public String render(Help help) {
        return Stream.of(Purpose.values()).map(purpose -> group(purpose, help.commandSpec()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String group(Purpose purpose, CommandSpec wherry) {
        String title = purpose.title() + ":" + System.lineSeparator();
        return Stream.of(Commands.values()).filter(command -> command.purpose() == purpose)
                .map(command -> line(command.word(), Objects.requireNonNull(wherry.subcommands().get(command.word()))))
                .collect(Collectors.joining("", title, ""));
    }

    private static String line(String word, CommandLine command) {
        String[] description = command.getCommandSpec().usageMessage().description();
        return "  %-11s%s%n".formatted(word, description[0]);
    }
}
