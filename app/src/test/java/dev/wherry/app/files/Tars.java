// Tars as tests need them: honest and otherwise.
package dev.wherry.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Makes a tar entry by entry. */
final class Tars {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

    Tars file(String name, String content) throws IOException {
        return entry(new TarArchiveEntry(name, true), content);
    }

    Tars folder(String name) throws IOException {
        return entry(new TarArchiveEntry(name + "/", true), "");
    }

    Tars link(String name, String target) throws IOException {
        return linked(name, TarConstants.LF_SYMLINK, target);
    }

    Tars hardLink(String name, String target) throws IOException {
        return linked(name, TarConstants.LF_LINK, target);
    }

    Tars device(String name) throws IOException {
        return entry(new TarArchiveEntry(name, TarConstants.LF_CHR, true), "");
    }

    private Tars linked(String name, byte kind, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
        entry.setLinkName(target);
        return entry(entry, "");
    }

    private Tars entry(TarArchiveEntry entry, String content) throws IOException {
        entry.setSize(content.getBytes(UTF_8).length);
        tar.putArchiveEntry(entry);
        tar.write(content.getBytes(UTF_8));
        tar.closeArchiveEntry();
        return this;
    }

    byte[] bytes() throws IOException {
        tar.finish();
        return bytes.toByteArray();
    }

    InputStream open() throws IOException {
        return new ByteArrayInputStream(bytes());
    }

    /** The entries of a tar: contents by name, "-> target" for links. */
    static Map<String, String> read(InputStream in) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        TarArchiveInputStream tar = new TarArchiveInputStream(in, "UTF-8");
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            entries.put(entry.getName(), entry.isSymbolicLink()
                    ? "-> " + entry.getLinkName()
                    : new String(tar.readAllBytes(), UTF_8));
        }
        return entries;
    }
}
