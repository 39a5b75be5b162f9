// Every command: its names, and what a person wants who uses it.
package dev.wherry.app.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The table of commands. The words of boot2docker are among the aliases. */
enum Commands {

    UP(Purpose.RUN, UpCommand.class, "start", "boot"),
    DOWN(Purpose.RUN, DownCommand.class, "stop", "halt", "poweroff"),
    RESTART(Purpose.RUN, RestartCommand.class),
    PAUSE(Purpose.RUN, PauseCommand.class, "suspend", "save"),
    RESUME(Purpose.RUN, ResumeCommand.class),
    RESET(Purpose.RUN, ResetCommand.class),
    DELETE(Purpose.RUN, DeleteCommand.class, "destroy"),

    STATUS(Purpose.LOOK, StatusCommand.class),
    INFO(Purpose.LOOK, InfoCommand.class),
    IP(Purpose.LOOK, IpCommand.class),
    PORT(Purpose.LOOK, PortCommand.class),
    STATS(Purpose.LOOK, StatsCommand.class),
    LOGS(Purpose.LOOK, LogsCommand.class),
    SOCKET(Purpose.LOOK, SocketCommand.class),

    DOCKER(Purpose.USE, DockerCommand.class),
    SSH(Purpose.USE, SshCommand.class),
    SHELL(Purpose.USE, ShellCommand.class),
    CP(Purpose.USE, CpCommand.class),
    ENV(Purpose.USE, EnvCommand.class, "shellinit"),
    CONTEXT(Purpose.USE, ContextCommand.class),

    INIT(Purpose.SET, InitCommand.class),
    CONFIG(Purpose.SET, ConfigCommand.class, "cfg"),
    SHARE(Purpose.SET, ShareCommand.class),
    MACHINE(Purpose.SET, MachineCommand.class),

    UPGRADE(Purpose.CARE, UpgradeCommand.class),
    DOCTOR(Purpose.CARE, DoctorCommand.class),
    DIAGNOSE(Purpose.CARE, DiagnoseCommand.class),
    COMPLETION(Purpose.CARE, CompletionCommand.class),
    VERSION(Purpose.CARE, VersionCommand.class),
    HELP(Purpose.CARE, HelpCommand.class);

    private static final Set<Commands> FORWARDING = EnumSet.of(SSH, SHELL);

    private final Purpose purpose;
    private final Class<?> type;
    private final List<String> aliases;
    private final boolean needsAll;

    Commands(Purpose purpose, Class<?> type, String... aliases) {
        this.purpose = purpose;
        this.type = type;
        this.aliases = List.of(aliases);
        this.needsAll = type == HelpCommand.class;
    }

    /** The word by which people call it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Purpose purpose() {
        return purpose;
    }

    /**
     * The command line that can read {@code arguments}. Describing every command takes longer than most commands take to run, so
     * only the one that is called is looked at, where the first word says which that is.
     */
    static CommandLine lineFor(String... arguments) {
        CommandLine wherry = new CommandLine(new WherryCommand());
        Optional<Commands> called = arguments.length == 0 ? Optional.empty() : named(arguments[0]);
        if (called.isPresent() && !called.get().needsAll) {
            called.get().addTo(wherry);
        } else {
            Stream.of(values()).forEach(command -> command.addTo(wherry));
            wherry.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandList());
        }
        return wherry;
    }

    private static Optional<Commands> named(String word) {
        return Stream.of(values())
                .filter(command -> command.word().equals(word) || command.aliases.contains(word)).findFirst();
    }

    private void addTo(CommandLine wherry) {
        CommandLine command = new CommandLine(type);
        wherry.addSubcommand(word(), command, aliases.toArray(String[]::new));
        if (this == DOCKER) {
            // What follows belongs to docker, its own --help included.
            command.setStopAtPositional(true).setUnmatchedOptionsArePositionalParams(true);
            command.getSubcommands().values()
                    .forEach(shim -> addHelp(shim.setUnmatchedOptionsArePositionalParams(false)));
        } else {
            addHelp(command);
            // Options after the first word of a forwarded command are that command's.
            command.setStopAtPositional(FORWARDING.contains(this));
        }
    }

    private static void addHelp(CommandLine command) {
        command.getCommandSpec().addOption(
                OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
        command.getSubcommands().values().stream().distinct().forEach(Commands::addHelp);
    }
}
