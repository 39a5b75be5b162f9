// Folders of containers, listed and copied.
package dev.wherry.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import dev.wherry.engine.docker.EngineClient;
import dev.wherry.engine.docker.FakeEngine;
import dev.wherry.engine.docker.FileEntry;
import dev.wherry.engine.docker.FileKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerFoldersTest {

    @TempDir
    private Path folder;
    private FakeEngine engine;
    private ContainerFolders folders;

    @BeforeEach
    void startEngine() throws IOException {
        engine = new FakeEngine();
        engine.on("POST /containers/web/exec",
                exchange -> exchange.json(409, "{\"message\":\"container web is not running\"}"));
        folders = new ContainerFolders(new EngineClient(engine.transport()));
    }

    @AfterEach
    void stopEngine() throws IOException {
        engine.close();
    }

    @Test
    void aStoppedContainersFolderIsListedFromItsTar() throws IOException {
        serves(new Tars().folder(".").file("./z", "12").folder("./sub").file("./sub/deep", "x").link("./l", "z")
                .device("./null").bytes());
        FolderListing listing = folders.list("web", "/data/");
        assertThat(listing.complete()).isTrue();
        assertThat(listing.entries()).extracting(FileEntry::name).containsExactly("sub", "l", "null", "z");
        assertThat(listing.entries()).extracting(FileEntry::kind).containsExactly(FileKind.FOLDER, FileKind.LINK,
                FileKind.SPECIAL, FileKind.FILE);
        assertThat(engine.requests).last().asString().endsWith("/archive?path=%2Fdata%2F.");
    }

    @Test
    void aFolderWithTooMuchInItIsListedInPart() throws IOException {
        byte[] tar = new Tars().file("./a", "1").file("./big", "x".repeat(5000)).file("./c", "3").bytes();
        FolderListing listing = FolderListing.read(new ByteArrayInputStream(tar), 4000);
        assertThat(listing.complete()).isFalse();
        assertThat(listing.entries()).extracting(FileEntry::name).containsExactly("a", "big");
    }

    @Test
    void aDownloadArrivesWhole() throws IOException {
        serves(new Tars().folder("etc").file("etc/hosts", "h").bytes());
        AtomicLong moved = new AtomicLong();
        assertThat(folders.download("web", "/etc/", folder, moved::set)).isEmpty();
        assertThat(folder.resolve("etc/hosts")).hasContent("h");
        assertThat(moved.get()).isPositive();
        assertThat(folder.toFile().list()).as("nothing but that").containsExactly("etc");
    }

    @Test
    void aDownloadThatBreaksOffLeavesNothing() throws IOException {
        byte[] tar = new Tars().folder("etc").file("etc/hosts", "h".repeat(3000)).bytes();
        serves(Arrays.copyOf(tar, 2000));
        assertThatIOException().isThrownBy(() -> folders.download("web", "/etc", folder, moved -> {
        }));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDownloadReplacesNothing() throws IOException {
        Path mine = Files.writeString(folder.resolve("etc"), "mine");
        assertThatIOException().isThrownBy(() -> folders.download("web", "/etc", folder, moved -> {
        })).withMessageContaining(mine.toString());
        assertThatIOException().isThrownBy(() -> folders.downloadTar("web", "/etc", mine, moved -> {
        }));
        assertThat(mine).hasContent("mine");
    }

    @Test
    void anUploadIsATarOfTheChosenFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("a file"), "content");
        CompletableFuture<Map<String, String>> received = new CompletableFuture<>();
        engine.on("PUT /containers/web/archive", exchange -> {
            received.complete(Tars.read(new ByteArrayInputStream(exchange.body().readAllBytes())));
            exchange.json(200, "");
        });
        AtomicLong moved = new AtomicLong();
        folders.upload(FileSelection.of(List.of(file)), "web", "/srv", moved::set);
        assertThat(received.join()).containsExactly(entry("a file", "content"));
        assertThat(moved.get()).isGreaterThan("content".getBytes(UTF_8).length);
        assertThat(engine.requests).last().asString().contains("path=%2Fsrv");
    }

    private void serves(byte[] tar) {
        engine.on("GET /containers/web/archive", exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nContent-Type: application/x-tar\r\n\r\n");
            exchange.connection().output().write(tar);
        });
    }
}
