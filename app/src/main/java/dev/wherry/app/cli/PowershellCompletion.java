// What PowerShell is told to complete Wherry's commands by.
package dev.wherry.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Model.ArgSpec;

/** A table of what can follow which words, and the block that looks it up (about_Register-ArgumentCompleter). */
final class PowershellCompletion {

    private static final String HEAD = """
            Register-ArgumentCompleter -Native -CommandName wherry -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $known = @{
            """;

    private static final String TAIL = """
                }
                $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
                if ($wordToComplete -and $words.Count) { $words = @($words | Select-Object -SkipLast 1) }
                $path = ''
                $last = ''
                foreach ($word in $words) {
                    $longer = "$path $word".Trim()
                    if ($known.ContainsKey($longer)) { $path = $longer }
                    $last = $word
                }
                $option = "$path $last=".Trim()
                $offered = if ($known.ContainsKey($option)) { $known[$option] } else { $known[$path] }
                $offered | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """;

    /** What can follow: after a command's words its commands, values and options; after an option and "=" its values. */
    private final Map<String, List<String>> known = new TreeMap<>();

    PowershellCompletion(CommandPath root) {
        root.all().forEach(this::add);
    }

    String script() {
        return known.entrySet().stream()
                .map(entry -> "        " + quote(entry.getKey()) + " = @(" + list(entry.getValue()) + ")\n")
                .collect(Collectors.joining("", HEAD, TAIL));
    }

    private void add(CommandPath command) {
        List<String> next = new ArrayList<>();
        command.children().forEach(child -> next.addAll(child.names()));
        command.spec().positionalParameters().forEach(parameter -> next.addAll(values(parameter)));
        command.options().forEach(option -> next.addAll(List.of(option.names())));
        for (String words : spellings(command.words())) {
            known.put(words, next);
            command.options().stream().filter(option -> !values(option).isEmpty())
                    .forEach(option -> Stream.of(option.names())
                            .forEach(name -> known.put((words + " " + name + "=").strip(), values(option))));
        }
    }

    /** Every way to type the words. */
    private static List<String> spellings(List<List<String>> words) {
        List<String> all = List.of("");
        for (List<String> names : words) {
            all = all.stream().flatMap(begun -> names.stream().map(name -> (begun + " " + name).strip())).toList();
        }
        return all;
    }

    private static List<String> values(ArgSpec argument) {
        List<String> values = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(values::add);
        }
        return values;
    }

    private static String list(List<String> values) {
        return values.stream().map(PowershellCompletion::quote).collect(Collectors.joining(", "));
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
