// The guest images that were fetched, and which of them is in use.
package dev.wherry.engine.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.host.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps images in folders named by their versions, the one in use and the one before it. An image is in use from the moment that a
 * machine has come up with it; until then every start takes the one before.
 */
public final class ImageStore {

    private static final Logger LOG = LoggerFactory.getLogger(ImageStore.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Path choiceFile;

    /**
     * What is in use.
     *
     * @param current  version of the image; null for the one that came with the program
     * @param previous the one before it; null likewise
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Choice(@Nullable String current, @Nullable String previous) {
        static final Choice NONE = new Choice(null, null);
    }

    /** The images in {@code data}. */
    public ImageStore(Path data) {
        this.folder = data.resolve("images");
        this.choiceFile = folder.resolve("choice.json");
    }

    /** Where an image is, or would be. */
    public Path folderOf(String version) {
        return folder.resolve(version);
    }

    /** Where an image gathers while it comes. */
    Path incoming(String version) {
        return folder.resolve(".incoming-" + version);
    }

    /** Lets an image that was taken in, and is not in use, be looked over and mended. */
    void reopen(String version) throws IOException {
        if (Files.exists(folderOf(version)) && !Files.exists(incoming(version))) {
            Files.move(folderOf(version), incoming(version));
        }
    }

    /** Takes in what has gathered, whole, in place of whatever was left of that version. */
    void admit(String version) throws IOException {
        if (Files.exists(folderOf(version))) {
            delete(folderOf(version));
        }
        Files.move(incoming(version), folderOf(version));
    }

    /** The fetched image that is in use; empty while it is the program's own. */
    Optional<Path> chosen() {
        return Optional.ofNullable(choice().current).map(this::folderOf);
    }

    private Choice choice() {
        if (!Files.exists(choiceFile)) {
            return Choice.NONE;
        }
        try {
            return JSON.readValue(Files.readAllBytes(choiceFile), Choice.class);
        } catch (IOException e) {
            LOG.warn("{} cannot be read ({}): taking the image that came with the program", choiceFile, e.getMessage());
            return Choice.NONE;
        }
    }

    /** Takes {@code version} from now on; the one that was in use is kept, older ones are deleted. */
    public void choose(String version) throws IOException {
        Choice before = choice();
        if (!version.equals(before.current)) {
            write(new Choice(version, before.current));
        }
        tidy();
    }

    /**
     * Takes the image that was in use before, or the one that came with the program.
     *
     * @return whether there was another
     */
    public boolean goBack() throws IOException {
        Choice before = choice();
        if (before.current == null) {
            return false;
        }
        write(new Choice(before.previous, null));
        return true;
    }

    private void write(Choice choice) throws IOException {
        PrivateFiles.createDirectories(folder);
        PrivateFiles.write(choiceFile, JSON.writeValueAsBytes(choice));
    }

    // A machine that still runs an older image has its files open; where that keeps them from being deleted, they are next time.
    private void tidy() throws IOException {
        Choice now = choice();
        List<Path> unused;
        try (Stream<Path> all = Files.list(folder)) {
            unused = all.filter(Files::isDirectory)
                    .filter(path -> Stream.of(now.current, now.previous)
                            .noneMatch(kept -> kept != null && path.equals(folderOf(kept))))
                    .toList();
        }
        unused.forEach(ImageStore::delete);
    }

    private static void delete(Path unused) {
        try (Stream<Path> all = Files.walk(unused)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            LOG.info("{} stays for now: {}", unused, e.getMessage());
        }
    }
}
