// The files in a container, running or not.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files in containers, as tar streams (Engine API, {@code /containers/{id}/archive}). Keeps nothing; may be used from any thread.
 * Every transfer ends when its thread is interrupted.
 */
public final class ContainerFiles {

    /** Both GNU's and BusyBox's stat know these. The name comes last, since it may hold anything. */
    private static final List<String> LIST = List.of("sh", "-c",
            "cd -- \"$1\" || exit 99; stat -c '%f %s %Y %n' -- . * .[!.]* ..?* 2>/dev/null; exit 0", "sh");
    private static final int NO_FOLDER = 99;

    private final EngineClient client;

    /** The files of {@code client}'s containers. */
    public ContainerFiles(EngineClient client) {
        this.client = client;
    }

    /**
     * What is at {@code path}; a symbolic link is not followed ({@code HEAD}).
     *
     * @throws EngineException with status 404 when nothing is
     */
    public FileStat stat(String container, String path) throws IOException {
        EngineRequest head = EngineRequest.head(archive(container)).with("path", path);
        try (EngineResponse response = client.stream(head)) {
            return FileStat.from(response.headers().get("X-Docker-Container-Path-Stat"));
        }
    }

    /**
     * Lists a folder by a command in the container, as root. That takes a running container that has a shell and {@code stat};
     * nothing comes back from any other, whose folders only {@link #read} tells. Folders of about ten thousand entries and more
     * may be too long for a command line; nothing comes back of those either.
     *
     * @throws IOException when there is no such folder
     */
    public Optional<List<FileEntry>> list(String container, String folder) throws IOException {
        List<String> command = new ArrayList<>(LIST);
        command.add(folder);
        Execs.Result result;
        try {
            result = new Execs(client).run(container, "0", command);
        } catch (EngineException e) {
            return Optional.empty(); // not running, or no shell: some engines say so here, others by the exit code
        }
        if (result.exitCode() == NO_FOLDER) {
            throw new IOException("There is no folder " + folder + " in the container: "
                    + new String(result.error(), UTF_8).strip());
        }
        return result.exitCode() == 0 ? FileEntry.listed(new String(result.output(), UTF_8)) : Optional.empty();
    }

    /**
     * Reads a file or folder as a tar, whose entries begin with the last part of {@code path}, or with {@code ./} when that ends
     * with {@code /.} ({@code GET}). Closing it ends the transfer.
     */
    public InputStream read(String container, String path) throws IOException {
        EngineResponse response = client.stream(EngineRequest.get(archive(container)).with("path", path));
        return new FilterInputStream(response.body()) {
            @Override
            public void close() throws IOException {
                response.close();
            }
        };
    }

    /**
     * Unpacks a tar into an existing folder ({@code PUT}). A file never takes a folder's place, nor the other way round.
     *
     * @param tar read to its end and left to its owner to close
     */
    public void write(String container, String folder, InputStream tar) throws IOException {
        client.call(EngineRequest.put(archive(container)).with("path", folder).with("noOverwriteDirNonDir", true)
                .streaming("application/x-tar", tar), EngineSystem.PATIENCE);
    }

    private static String archive(String container) {
        return Containers.path(container) + "/archive";
    }
}
