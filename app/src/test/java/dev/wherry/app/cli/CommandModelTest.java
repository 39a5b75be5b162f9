// Every command explains itself in the same way, and its example is one.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

class CommandModelTest {

    static Stream<CommandPath> commands() {
        return CommandPath.root().all().skip(1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandIsDescribedInOneSentenceOfALine(CommandPath command) {
        assertThat(command.spec().usageMessage().description()).singleElement().asString()
                .hasSizeLessThan(80).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noOptionAndNoArgumentLacksADescription(CommandPath command) {
        for (OptionSpec option : command.spec().options()) {
            assertThat(String.join("", option.description())).as(option.longestName()).isNotBlank();
        }
        command.spec().positionalParameters().forEach(parameter -> assertThat(String.join("", parameter.description()))
                .as(parameter.paramLabel()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandHasAnExampleThatCanBeTyped(CommandPath command) {
        List<String> footer = List.of(command.spec().usageMessage().footer());
        assertThat(footer).containsAnyOf("Example:", "Examples:");
        List<String> examples = footer.stream().filter(line -> line.startsWith("  wherry ")).toList();
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            String[] words = words(example.strip().replaceFirst("^wherry ", ""));
            assertThat(List.of(words)).startsWith(command.typed().split(" "));
            Main.commandLine(words).parseArgs(words);
            Main.commandLine().parseArgs(words);
        }
    }

    /** The words of a line as a shell would read them, as far as examples go: blanks part, quotes join. */
    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+").matcher(line);
        while (word.find()) {
            words.add(word.group().replaceAll("['\"]", ""));
        }
        return words.toArray(String[]::new);
    }
}
