// Which machines there are, and which one is meant when nobody names one.
package dev.wherry.engine.machine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.wherry.engine.host.Directories;
import dev.wherry.engine.host.PrivateFiles;

/** The machines of one user. A machine exists from the making of its disk until its deletion. */
public final class MachineCatalog {

    /** Becomes part of file names, host names and docker contexts, which set the limits. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,22}[a-z0-9])?");

    private final Directories directories;
    private final Path chosen;

    /** The machines in {@code directories}. */
    public MachineCatalog(Directories directories) {
        this.directories = directories;
        this.chosen = directories.config().resolve("current-machine");
    }

    /**
     * Refuses what cannot be a machine's name.
     *
     * @throws IllegalArgumentException saying what a name looks like
     */
    public static String checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be a machine's name; it takes 1 to 24 of a-z, "
                    + "0-9 and \"-\", the \"-\" only inside");
        }
        return name;
    }

    /** How the machine {@code name} is called among things that are not Wherry's: as a host, and as a docker context. */
    public static String publicName(String name) {
        return name.equals(MachineFiles.DEFAULT_NAME) ? "wherry" : "wherry-" + name;
    }

    /** The start of a command line about the machine {@code name}, for those who are told what to run. */
    public static String wherry(String name) {
        return name.equals(MachineFiles.DEFAULT_NAME) ? "wherry" : "wherry -m " + name;
    }

    /** The names of the machines that exist, in order. */
    public List<String> names() {
        try (Stream<Path> folders = Files.list(MachineFiles.folderOfAll(directories))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches() && exists(name)).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Whether there is a machine called {@code name}. */
    public boolean exists(String name) {
        try {
            return MachineDisk.exists(files(name));
        } catch (IOException e) {
            return false;
        }
    }

    /** The files of the machine called {@code name}, whether it exists or not. */
    public MachineFiles files(String name) throws IOException {
        return MachineFiles.of(directories, checkName(name));
    }

    /** The machine that is meant when nobody names one: the one last chosen, or {@link MachineFiles#DEFAULT_NAME}. */
    public String current() throws IOException {
        try {
            String name = Files.readString(chosen).strip();
            return NAME.matcher(name).matches() ? name : MachineFiles.DEFAULT_NAME;
        } catch (NoSuchFileException e) {
            return MachineFiles.DEFAULT_NAME;
        }
    }

    /** Makes {@code name} the one that is meant when nobody names one. */
    public void choose(String name) throws IOException {
        if (checkName(name).equals(MachineFiles.DEFAULT_NAME)) {
            Files.deleteIfExists(chosen);
        } else {
            PrivateFiles.createDirectories(directories.config());
            PrivateFiles.write(chosen, (name + "\n").getBytes(UTF_8));
        }
    }
}
