// The zip file, and what each text goes through on its way into it.
package dev.wherry.engine.diagnose;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.wherry.engine.doctor.TimeLimit;
import dev.wherry.engine.host.PrivateFiles;

/** Writes redacted texts into a new zip file that only its owner can read. */
final class Archive implements Closeable {

    /** For opening a text, which may have to be asked for; reading it then takes no time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** A line that is longer is no line but a binary file; it is cut off. */
    private static final int LONGEST_LINE = 64 * 1024;

    private final Identity identity;
    private final ZipOutputStream zip;
    private final List<String> names = new ArrayList<>();

    /**
     * Creates {@code file}.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one
     */
    Archive(Path file, Identity identity) throws IOException {
        this.identity = identity;
        OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        PrivateFiles.restrictToOwner(file);
    }

    /** Adds {@code part}, or a line on why it could not be had. */
    void add(Part part) throws IOException, InterruptedException {
        String name = identity.hideNames(part.name());
        zip.putNextEntry(new ZipEntry(name));
        names.add(name);
        try (BufferedReader text = TimeLimit.within(PATIENCE, part.source()::open)) {
            copy(text);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            Redaction redaction = new Redaction(identity);
            for (String line : ("This could not be collected: " + e).lines().toList()) {
                write(redaction.of(line));
            }
        }
        zip.closeEntry();
    }

    private void copy(BufferedReader text) throws IOException {
        Redaction redaction = new Redaction(identity);
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            String shown = redaction.of(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
            write(line.length() > LONGEST_LINE ? shown + " (the line goes on)" : shown);
        }
    }

    private void write(String line) throws IOException {
        zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The names of what has been added. */
    List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
