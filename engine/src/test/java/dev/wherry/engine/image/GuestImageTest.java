// Damaged images are refused, and whole ones are read once only.
package dev.wherry.engine.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestImageTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeAWholeImage() throws Exception {
        Files.writeString(folder.resolve("manifest.json"), """
                {"format": 1, "arch": "amd64", "version": "x", "commandLine": "quiet", "engineDefaults": {},
                 "kernel": %s, "initrd": %s, "root": %s, "packages": []}"""
                .formatted(part("kernel"), part("initrd"), part("root.img")));
    }

    @Test
    void aWholeImagePasses() throws Exception {
        GuestImage image = GuestImage.open(folder);
        verifier().verify(image);
        assertThat(image.root()).isEqualTo(folder.resolve("root.img"));
    }

    @Test
    void aTruncatedFileIsNamedWithBothSizes() throws IOException {
        Files.writeString(folder.resolve("initrd"), "ini");
        assertThatThrownBy(() -> GuestImage.open(folder)).isInstanceOf(ImageException.class)
                .hasMessageContaining("initrd has 3 bytes instead of 6");
    }

    @Test
    void aChangedFileOfTheSameSizeIsRefusedEvenAfterAPass() throws Exception {
        verifier().verify(GuestImage.open(folder));
        Files.writeString(folder.resolve("kernel"), "KERNEL");
        Files.setLastModifiedTime(folder.resolve("kernel"), FileTime.fromMillis(1_000_000));
        GuestImage image = GuestImage.open(folder);
        assertThatThrownBy(() -> verifier().verify(image)).isInstanceOf(ImageException.class)
                .hasMessageContaining("kernel");
    }

    @Test
    void aMissingImageAndAnUnreadableManifestAreToldApart() throws IOException {
        assertThatThrownBy(() -> GuestImage.open(folder.resolve("none"))).hasMessageContaining("no guest image in");
        Files.writeString(folder.resolve("manifest.json"), "{\"format\": ");
        assertThatThrownBy(() -> GuestImage.open(folder)).hasMessageContaining("no valid manifest");
        Files.writeString(folder.resolve("manifest.json"), "{\"format\": 9}");
        assertThatThrownBy(() -> GuestImage.open(folder)).hasMessageContaining("format 9");
    }

    private ImageVerifier verifier() {
        return new ImageVerifier(folder.resolve("passed"));
    }

    private String part(String name) throws Exception {
        byte[] content = name.getBytes(UTF_8);
        Files.write(folder.resolve(name), content);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        return "{\"file\": \"%s\", \"size\": %d, \"sha256\": \"%s\"}".formatted(name, content.length, hash);
    }
}
