// What a build sends to the engine.
package dev.wherry.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a Dockerfile is about, as far as its {@code .dockerignore} lets it go. */
public final class BuildContext {

    private BuildContext() {
    }

    /**
     * Looks up the files of a build. The Dockerfile and the {@code .dockerignore} always go along: the engine needs the one, and
     * leaves out by the other once more.
     *
     * @param folder     the context
     * @param dockerfile the Dockerfile's path within it, with slashes
     * @throws IOException when the Dockerfile is not in the folder, or {@code .dockerignore} cannot be understood
     */
    public static FileSelection of(Path folder, String dockerfile) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        Path file = root.resolve(dockerfile).normalize();
        if (!file.startsWith(root) || !Files.isRegularFile(file)) {
            throw new IOException("Tried to build from " + folder + " but failed because there is no file " + dockerfile
                    + " in it. Choose the folder that has the Dockerfile, or say where in it the Dockerfile is.");
        }
        DockerIgnore ignore = DockerIgnore.of(root);
        String name = root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
        return FileSelection.within(root,
                path -> !path.equals(name) && !path.equals(DockerIgnore.FILE) && ignore.leavesOut(path),
                !ignore.takesBack() && !ignore.leavesOut(name));
    }
}
