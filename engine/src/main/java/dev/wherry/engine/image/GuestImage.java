// The guest image: what boots in the VM.
package dev.wherry.engine.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A guest image in a folder: kernel, initial RAM disk, read-only root, and the manifest that describes them.
 *
 * @param folder   where the files lie
 * @param manifest what the build said of them
 */
public record GuestImage(Path folder, Manifest manifest) {

    /** The manifest's layout that this program reads. */
    static final int FORMAT = 1;

    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";

    /** Versions and file names become paths, so nothing that leads elsewhere is among them. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]*");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();

    /**
     * What {@code manifest.json} says, as far as the host needs it.
     *
     * @param format         layout of the manifest
     * @param arch           Debian's name of the architecture
     * @param version        names this build among others
     * @param serial         grows with every published image; 0 for one that somebody built for themselves
     * @param commandLine    the kernel's arguments that do not depend on the kind of VM
     * @param engineDefaults the engine's configuration inside the image
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Manifest(int format, String arch, String version, long serial, Part kernel, Part initrd, Part root,
            String commandLine, JsonNode engineDefaults) {

        /** Bytes of all files together. */
        public long size() {
            return parts().stream().mapToLong(Part::size).sum();
        }

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
        Path file = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new ImageException("There is no guest image in " + folder + ".");
        }
        try {
            GuestImage image = new GuestImage(folder, parse(folder.toString(), Files.readAllBytes(file)));
            for (Part part : image.manifest.parts()) {
                image.checkSize(part);
            }
            return image;
        } catch (IOException e) {
            throw new ImageException(
                    "Tried to read the guest image's " + file + " but failed because " + e.getMessage());
        }
    }

    /**
     * Reads a manifest.
     *
     * @param where names the place that it comes from, for the message
     */
    static Manifest parse(String where, byte[] json) throws ImageException {
        try {
            JsonNode tree = JSON.readTree(json);
            if (tree.path("format").asInt() != FORMAT) {
                throw new ImageException("The guest image in " + where + " is of format "
                        + tree.path("format").asText("none") + "; this version of Wherry reads format " + FORMAT + ".");
            }
            Manifest manifest = JSON.treeToValue(tree, Manifest.class);
            if (Stream.of(manifest.version, manifest.kernel.file, manifest.initrd.file, manifest.root.file)
                    .allMatch(name -> PLAIN.matcher(name).matches())) {
                return manifest;
            }
            throw new ImageException(
                    "The guest image in " + where + " has no valid manifest: a version or a file has a "
                            + "name that is none.");
        } catch (JsonProcessingException e) {
            throw new ImageException(
                    "The guest image in " + where + " has no valid manifest: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can always be read", e);
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
