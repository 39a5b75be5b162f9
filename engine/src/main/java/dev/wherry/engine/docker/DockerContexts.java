// The docker contexts by which docker clients find Wherry's engines without an environment variable.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Contexts in a docker client's folder. What {@link #remove} leaves is what there was before {@link #install}, byte for byte.
 * Contexts that somebody else made are never touched.
 */
public final class DockerContexts {

    private final Path folder;
    private final Path allContexts;
    private final ClientConfig config;

    /**
     * The contexts of the docker client whose folder is {@code folder}, which need not exist.
     *
     * @see #folder
     */
    public DockerContexts(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.allContexts = this.folder.resolve("contexts").resolve("meta");
        this.config = new ClientConfig(this.folder.resolve("config.json"));
    }

    /** The docker client's folder: where DOCKER_CONFIG says, else {@code .docker} in {@code home}. */
    public static Path folder(Map<String, String> environment, Path home) {
        String moved = environment.getOrDefault("DOCKER_CONFIG", "");
        return moved.isEmpty() ? home.resolve(".docker") : Path.of(moved);
    }

    /**
     * Makes a context, or brings it up to date.
     *
     * @param host the engine's address, as in {@code unix:///run/docker.sock}
     * @param use  whether to make it the current one; the former is remembered
     * @throws ContextException when there is one of this name that Wherry did not make, or config.json cannot be understood
     */
    public void install(String name, String host, boolean use) throws IOException, ContextException {
        ContextFolder context = ContextFolder.of(allContexts, name);
        Optional<ContextReceipt> known = context.readReceipt();
        if (known.isEmpty() && context.exists()) {
            throw new ContextException("There is a docker context \"" + name + "\" in " + folder
                    + " that Wherry did not make.", "Rename or remove it first, with \"docker context\".");
        }
        // Read before anything is written: it may turn out to be broken.
        @Nullable
        CurrentContext current = use ? config.read() : null;
        ContextReceipt receipt = known.isPresent()
                ? known.get()
                : new ContextReceipt(name, makeFolders(context.path()), false, null);
        boolean changes = current != null && !name.equals(current.name());
        context.write(current != null && changes ? receipt.used(!config.exists(), current.literal()) : receipt);
        context.writeMeta(name, host);
        if (current != null && changes) {
            config.write(current.with("\"" + name + "\""));
        }
    }

    /** Whether Wherry has made a context of this name, which is there still. */
    public boolean has(String name) throws IOException {
        return ContextFolder.of(allContexts, name).readReceipt().isPresent();
    }

    private static List<String> makeFolders(Path innermost) throws IOException {
        List<String> made = new ArrayList<>();
        for (Path path = innermost; path != null && !Files.exists(path); path = path.getParent()) {
            made.addFirst(path.toString());
        }
        Files.createDirectories(innermost);
        return made;
    }

    /**
     * Takes a context away, and makes the former one current again unless the user has chosen another since.
     *
     * @return whether there was such a context
     * @throws ContextException when Wherry did not make it, or config.json cannot be understood
     */
    public boolean remove(String name) throws IOException, ContextException {
        ContextFolder context = ContextFolder.of(allContexts, name);
        Optional<ContextReceipt> receipt = context.readReceipt();
        if (receipt.isEmpty()) {
            if (context.exists()) {
                throw new ContextException("Wherry did not make the docker context \"" + name + "\" in " + folder + ".",
                        "To remove it all the same: docker context rm " + name);
            }
            return false;
        }
        CurrentContext current = config.read();
        if (name.equals(current.name())) {
            config.write(restored(current, receipt.get()));
        }
        context.deleteFiles();
        List<ContextFolder> others = others();
        for (ContextFolder other : others) {
            handOver(receipt.get(), other);
        }
        if (others.isEmpty() && receipt.get().madeConfig()) {
            config.deleteIfEmpty();
        }
        deleteIfEmpty(others.isEmpty()
                ? receipt.get().madeFolders().reversed()
                : List.of(context.path().toString()));
        return true;
    }

    private String restored(CurrentContext current, ContextReceipt receipt) throws IOException {
        @Nullable
        String former = receipt.former();
        return former != null && isThere(former) ? current.with(former) : current.without();
    }

    // One that is gone by now would be worse than none: docker refuses to work then.
    private boolean isThere(String literal) throws IOException {
        String name = CurrentContext.nameIn(literal);
        return name == null || name.isEmpty() || name.equals("default")
                || ContextFolder.of(allContexts, name).exists();
    }

    /** Wherry's other contexts. */
    private List<ContextFolder> others() throws IOException {
        List<ContextFolder> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(allContexts)) {
            for (Path path : folders.toList()) {
                ContextFolder other = new ContextFolder(path);
                if (other.readReceipt().isPresent()) {
                    found.add(other);
                }
            }
        }
        return found;
    }

    private static void handOver(ContextReceipt gone, ContextFolder heir) throws IOException {
        Optional<ContextReceipt> receipt = heir.readReceipt();
        if (receipt.isPresent()) {
            String former = receipt.get().former();
            boolean followed = former != null && gone.name().equals(CurrentContext.nameIn(former));
            heir.write(receipt.get().after(gone, followed));
        }
    }

    private static void deleteIfEmpty(List<String> folders) throws IOException {
        for (String path : folders) {
            try {
                Files.deleteIfExists(Path.of(path));
            } catch (DirectoryNotEmptyException e) {
                // Somebody else has put something there.
                return;
            }
        }
    }
}
