// Damaged, unsigned and foreign images are refused, and whole ones are read once only.
package dev.wherry.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestImageTest {

    private static final TrustedKeys FROM_SOURCE = TrustedKeys.of(new BuildFacts(false, "", "none"));

    @TempDir
    private Path folder;

    @BeforeEach
    void writeAWholeImage() throws Exception {
        SampleImage.write(folder, "1", 1);
    }

    @Test
    void aWholeImagePasses() throws Exception {
        GuestImage image = GuestImage.open(folder);
        verifier(FROM_SOURCE).verify(image);
        assertThat(image.root()).isEqualTo(folder.resolve("root.img"));
    }

    @Test
    void aTruncatedFileIsNamedWithBothSizes() throws IOException {
        Files.writeString(folder.resolve("initrd"), "ini");
        assertThatThrownBy(() -> GuestImage.open(folder)).isInstanceOf(ImageException.class)
                .hasMessageContaining("initrd has 3 bytes instead of 11");
    }

    @Test
    void aChangedFileOfTheSameSizeIsRefusedEvenAfterAPass() throws Exception {
        verifier(FROM_SOURCE).verify(GuestImage.open(folder));
        Files.writeString(folder.resolve("kernel"), "KERNEL OF 1");
        Files.setLastModifiedTime(folder.resolve("kernel"), FileTime.fromMillis(1_000_000));
        refused(FROM_SOURCE, "kernel does not have the contents");
    }

    @Test
    void anUnsignedImageIsRefused() throws IOException {
        Files.delete(folder.resolve("manifest.sig"));
        refused(FROM_SOURCE, "is not signed");
    }

    @Test
    void aSignatureThatIsNoneIsRefused() throws IOException {
        Files.writeString(folder.resolve("manifest.sig"), "Zoë");
        refused(FROM_SOURCE, "not signed by a key that this program trusts");
    }

    @Test
    void anImageSignedWithAnotherKeyIsRefused() throws Exception {
        SampleImage.sign(folder, SampleImage.newKey().getPrivate());
        refused(FROM_SOURCE, "not signed by a key that this program trusts");
    }

    @Test
    void aManifestThatWasChangedAfterItWasSignedIsRefusedEvenAfterAPass() throws Exception {
        verifier(FROM_SOURCE).verify(GuestImage.open(folder));
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("quiet", "debug"));
        refused(FROM_SOURCE, "changed after it was signed");
    }

    @Test
    void aReleaseRefusesTheDevelopmentKeyEvenAfterAProgramFromSourceTookIt() throws Exception {
        verifier(FROM_SOURCE).verify(GuestImage.open(folder));
        refused(TrustedKeys.of(new BuildFacts(true, "", "none")), "development key");
    }

    @Test
    void aReleaseTakesWhatTheReleaseKeySignedAndSoDoesAProgramFromSource() throws Exception {
        KeyPair release = SampleImage.newKey();
        String key = Base64.getEncoder().encodeToString(release.getPublic().getEncoded());
        SampleImage.sign(folder, release.getPrivate());
        for (boolean isRelease : List.of(true, false)) {
            verifier(TrustedKeys.of(new BuildFacts(isRelease, key, "none"))).verify(GuestImage.open(folder));
        }
    }

    @Test
    void theProgramAsBuiltHereTakesTheImageAsBuiltHere() throws Exception {
        verifier(TrustedKeys.ofThisProgram()).verify(GuestImage.open(folder));
    }

    @Test
    void aMissingImageAndAnUnreadableManifestAreToldApart() throws IOException {
        assertThatThrownBy(() -> GuestImage.open(folder.resolve("none"))).hasMessageContaining("no guest image in");
        manifest("{\"format\": ");
        assertThatThrownBy(() -> GuestImage.open(folder)).hasMessageContaining("no valid manifest");
        manifest("{\"format\": 1, \"arch\": \"amd64\"}");
        assertThatThrownBy(() -> GuestImage.open(folder)).hasMessageContaining("no valid manifest");
        manifest("{\"format\": 9}");
        assertThatThrownBy(() -> GuestImage.open(folder)).hasMessageContaining("format 9");
    }

    @Test
    void aNameThatLeadsElsewhereIsNoName() throws IOException {
        manifest(Files.readString(folder.resolve("manifest.json")).replace("\"file\": \"initrd\"",
                "\"file\": \"../initrd\""));
        assertThatThrownBy(() -> GuestImage.open(folder)).isInstanceOf(ImageException.class)
                .hasMessageContaining("no valid manifest");
    }

    private void manifest(String json) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), json);
    }

    private void refused(TrustedKeys keys, String why) {
        assertThatThrownBy(() -> verifier(keys).verify(GuestImage.open(folder))).isInstanceOf(ImageException.class)
                .hasMessageContaining(why);
    }

    private ImageVerifier verifier(TrustedKeys keys) {
        return new ImageVerifier(folder.resolve("passed"), keys);
    }
}
