// The files of containers of the fake engine, as tar.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.Map;

import dev.wherry.app.fake.FileTree.Node;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** {@code /containers/{id}/archive}. */
final class ArchiveRoutes {

    // Bits of Go's os.FileMode, which the engine writes.
    private static final long GO_FOLDER = 1L << 31;
    private static final long GO_LINK = 1L << 27;

    private final World world;

    ArchiveRoutes(World world) {
        this.world = world;
    }

    void register(Router router) {
        router.on("HEAD", "/containers/*/archive", this::describe)
                .on("GET", "/containers/*/archive", this::read)
                .on("PUT", "/containers/*/archive", this::write);
    }

    private static String path(Request request) {
        return FileTree.normal(request.parameter("path"));
    }

    private Node node(Request request) {
        FakeContainer container = world.container(request.variable());
        Node node = container.files.get(path(request));
        if (node == null) {
            throw new ApiError(404, "Could not find the file " + request.parameter("path") + " in container "
                    + request.variable());
        }
        return node;
    }

    private String header(Request request) {
        Node node = node(request);
        long mode = node.mode() | (node.isFolder() ? GO_FOLDER : 0) | (node.link() == null ? 0 : GO_LINK);
        String json = Json.object("name", name(path(request)), "size", node.size(), "mode", mode, "mtime",
                node.changed().toString(), "linkTarget", node.link() == null ? "" : node.link()).toString();
        return "X-Docker-Container-Path-Stat: " + Base64.getEncoder().encodeToString(json.getBytes(UTF_8)) + "\r\n";
    }

    private static String name(String path) {
        return path.isEmpty() ? "/" : path.substring(path.lastIndexOf('/') + 1);
    }

    private void describe(Request request) throws IOException {
        try {
            request.exchange().send("HTTP/1.1 200 OK\r\n" + header(request) + "Connection: close\r\n\r\n");
        } catch (ApiError e) {
            // An answer to HEAD has no body.
            request.exchange().send("HTTP/1.1 " + e.status + " Whatever\r\nConnection: close\r\n\r\n");
        }
    }

    private void read(Request request) throws IOException {
        String path = path(request);
        Map<String, Node> files = world.container(request.variable()).files.below(path);
        String header = header(request);
        String top = request.parameter("path").endsWith("/.") ? "." : name(path);
        request.exchange().send("HTTP/1.1 200 OK\r\nContent-Type: application/x-tar\r\n" + header
                + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
        try (OutputStream chunks = new ChunkedOutput(request.exchange().connection().output());
                TarArchiveOutputStream tar = new TarArchiveOutputStream(chunks)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, Node> file : files.entrySet()) {
                pack(tar, top + file.getKey().substring(path.length()), file.getValue());
            }
        }
    }

    private static void pack(TarArchiveOutputStream tar, String name, Node node) throws IOException {
        String link = node.link();
        byte[] content = node.content();
        TarArchiveEntry entry;
        if (link != null) {
            entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            entry.setLinkName(link);
        } else {
            entry = new TarArchiveEntry(node.isFolder() ? name + "/" : name);
            entry.setSize(content == null ? 0 : content.length);
        }
        entry.setMode(node.mode());
        entry.setModTime(node.changed().toEpochMilli());
        tar.putArchiveEntry(entry);
        if (content != null) {
            tar.write(content);
        }
        tar.closeArchiveEntry();
    }

    private void write(Request request) throws IOException {
        if (!node(request).isFolder()) {
            throw new ApiError(400, "extraction point is not a directory");
        }
        FileTree files = world.container(request.variable()).files;
        TarArchiveInputStream tar = new TarArchiveInputStream(request.exchange().body());
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            String link = entry.isSymbolicLink() ? entry.getLinkName() : null;
            byte[] content = entry.isDirectory() || link != null ? null : tar.readAllBytes();
            files.put(FileTree.normal(path(request) + "/" + entry.getName()),
                    new Node(entry.getMode() & 07777, content, link, entry.getLastModifiedTime().toInstant()));
        }
        request.drain();
        request.empty(200);
    }
}
