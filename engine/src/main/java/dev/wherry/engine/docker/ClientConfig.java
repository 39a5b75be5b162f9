// The docker client's config.json.
package dev.wherry.engine.docker;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Reads config.json, and puts a new text in its place in one step, with the mode that the old one had. */
record ClientConfig(Path file) {

    private static final String NONE = "{}\n";

    boolean exists() {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The current context as config.json has it; without the file, as an empty one would.
     *
     * @throws ContextException when the file cannot be understood
     */
    CurrentContext read() throws ContextException {
        try {
            return CurrentContext.in(exists() ? Files.readString(file) : NONE);
        } catch (IOException e) {
            throw new ContextException("Tried to read " + file + " but failed because " + reason(e) + ".",
                    "Put the file right and try again; nothing was changed.");
        }
    }

    private static String reason(IOException e) {
        String message = e instanceof JsonProcessingException json
                ? json.getOriginalMessage() + " in line " + json.getLocation().getLineNr()
                : e instanceof CharacterCodingException ? "it is not UTF-8" : e.getMessage();
        return String.valueOf(message);
    }

    /** Replaces the text; a symbolic link stays one. A new file is for its owner alone, as docker makes it. */
    void write(String text) throws IOException {
        Path target = exists() ? file.toRealPath() : file;
        Path draft = Files.createTempFile(target.getParent(), "config.json", ".new");
        try {
            PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
            if (old != null && Files.exists(target)) {
                Files.setPosixFilePermissions(draft, old.readAttributes().permissions());
            }
            Files.writeString(draft, text);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Deletes the file if nothing was ever put into it. */
    void deleteIfEmpty() throws IOException {
        if (exists() && Files.readString(file).equals(NONE)) {
            Files.delete(file);
        }
    }
}
