// The guest image: what boots in the VM.
package dev.wherry.engine.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * A guest image in a folder: kernel, initial RAM disk, read-only root, and the manifest that describes them.
 *
 * @param folder   where the files lie
 * @param manifest what the build said of them
 */
public record GuestImage(Path folder, Manifest manifest) {

    /** The manifest's layout that this program reads. */
    static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What {@code manifest.json} says, as far as the host needs it.
     *
     * @param format         layout of the manifest
     * @param arch           Debian's name of the architecture
     * @param version        names this build among others
     * @param commandLine    the kernel's arguments that do not depend on the kind of VM
     * @param engineDefaults the engine's configuration inside the image
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Manifest(int format, String arch, String version, Part kernel, Part initrd, Part root,
            String commandLine, JsonNode engineDefaults) {

        List<Part> parts() {
            return List.of(kernel, initrd, root);
        }
    }

    /** One file of the image, its size in bytes and its digest in hexadecimal. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Part(String file, long size, String sha256) {
    }

    /**
     * Reads the manifest in {@code folder} and sees that every file it names is there whole. Contents are checked by
     * {@link ImageVerifier}.
     *
     * @throws ImageException naming the folder and what is wrong with it
     */
    public static GuestImage open(Path folder) throws ImageException {
        Path file = folder.resolve("manifest.json");
        if (!Files.isRegularFile(file)) {
            throw new ImageException("There is no guest image in " + folder + ".");
        }
        GuestImage image = new GuestImage(folder, read(file));
        for (Part part : image.manifest.parts()) {
            image.checkSize(part);
        }
        return image;
    }

    private static Manifest read(Path file) throws ImageException {
        try {
            @Nullable
            Manifest manifest = JSON.readValue(Files.readAllBytes(file), Manifest.class);
            if (manifest == null || manifest.format != FORMAT) {
                throw new ImageException("The guest image's " + file + " is of format "
                        + (manifest == null ? "none" : manifest.format) + "; this version of Wherry reads format "
                        + FORMAT + ".");
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new ImageException("Tried to read the guest image's " + file + " but it is no valid manifest: "
                    + e.getOriginalMessage());
        } catch (IOException e) {
            throw new ImageException(
                    "Tried to read the guest image's " + file + " but failed because " + e.getMessage());
        }
    }

    private void checkSize(Part part) throws ImageException {
        Path file = folder.resolve(part.file);
        try {
            long size = Files.size(file);
            if (size != part.size) {
                throw new ImageException("The guest image is damaged: " + file + " has " + size + " bytes instead of "
                        + part.size + ".");
            }
        } catch (IOException e) {
            throw new ImageException("The guest image is damaged: " + file + " cannot be read.");
        }
    }

    /** The kernel, as QEMU takes it. */
    public Path kernel() {
        return folder.resolve(manifest.kernel.file);
    }

    /** The initial RAM disk. */
    public Path initrd() {
        return folder.resolve(manifest.initrd.file);
    }

    /** The compressed read-only root file system. */
    public Path root() {
        return folder.resolve(manifest.root.file);
    }
}
