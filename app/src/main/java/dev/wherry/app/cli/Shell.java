// The shells that "wherry env" and "wherry completion" can speak to.
package dev.wherry.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.wherry.engine.host.ShellWord;

/** How each shell sets and unsets an exported variable, whatever the value. */
enum Shell {

    SH("sh", "dash", "ash", "ksh", "mksh", "busybox"),
    BASH("bash"),
    ZSH("zsh"),
    FISH("fish"),
    POWERSHELL("powershell", "pwsh"),
    CMD("cmd");

    private final List<String> programs;

    Shell(String... programs) {
        this.programs = List.of(programs);
    }

    /**
     * The user's shell: the nearest among the processes that this one was started by. SHELL is only the shell of the login; it
     * decides when no process can be recognised.
     *
     * @param ancestors   programs of the calling processes, nearest first
     * @param environment of this process
     */
    static Shell detect(Stream<String> ancestors, Map<String, String> environment, boolean windows) {
        return ancestors.flatMap(program -> ofProgram(program).stream()).findFirst()
                .or(() -> ofProgram(environment.getOrDefault("SHELL", "")))
                .orElseGet(() -> windows ? ofWindows(environment) : SH);
    }

    // cmd exports its PROMPT; PowerShell has none, and every Windows has PSModulePath.
    private static Shell ofWindows(Map<String, String> environment) {
        return environment.containsKey("PROMPT") || !environment.containsKey("PSModulePath") ? CMD : POWERSHELL;
    }

    private static Optional<Shell> ofProgram(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String program = file.toLowerCase(Locale.ROOT).replaceFirst("^-", "").replaceFirst("\\.exe$", "");
        return Stream.of(values()).filter(shell -> shell.programs.contains(program)).findFirst();
    }

    /** A line that gives the exported variable {@code name} exactly {@code value}. */
    String set(String name, String value) {
        return switch (this) {
            case SH, BASH, ZSH -> "export " + name + "=" + ShellWord.quote(value);
            // The semicolon is for "eval (wherry env)", which makes one line of all.
            case FISH -> "set -gx " + name + " '" + value.replace("\\", "\\\\").replace("'", "\\'") + "';";
            // All these close a string for PowerShell (about_Quoting_Rules), and stand for themselves when doubled.
            case POWERSHELL -> "$Env:" + name + " = '" + value.replaceAll("['\u2018\u2019\u201a\u201b]", "$0$0") + "'";
            // FOR /F puts the line in after % was looked at, and the quotes keep & and the like from being seen.
            case CMD -> "SET \"" + name + "=" + value + "\"";
        };
    }

    /** A line after which there is no variable {@code name}. */
    String unset(String name) {
        return switch (this) {
            case SH, BASH, ZSH -> "unset " + name;
            case FISH -> "set -e " + name + ";";
            case POWERSHELL -> "$Env:" + name + " = $null";
            case CMD -> "SET \"" + name + "=\"";
        };
    }

    /** What to type for the shell to run what {@code command} prints. */
    String running(String command) {
        return switch (this) {
            case SH, BASH, ZSH -> "eval \"$(" + command + ")\"";
            case FISH -> command + " | source";
            case POWERSHELL -> command + " | Out-String | Invoke-Expression";
            case CMD -> "FOR /F \"tokens=*\" %i IN ('" + command + "') DO @%i";
        };
    }

    /** The word by which people call it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
