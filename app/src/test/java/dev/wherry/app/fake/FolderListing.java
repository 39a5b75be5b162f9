// The one command that the app itself runs in containers: it lists a folder.
package dev.wherry.app.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import dev.wherry.app.fake.FileTree.Node;

/** Lists a folder of a container as {@code stat -c '%f %s %Y %n'} does. */
record FolderListing(FileTree files) {

    private static final int NO_FOLDER = 99;
    // The file type bits of stat(2).
    private static final int FOLDER = 0x4000;
    private static final int LINK = 0xa000;
    private static final int FILE = 0x8000;

    /** Whether {@code command} is one that lists the folder in its last word. */
    static boolean isWanted(List<String> command) {
        return command.stream().anyMatch(word -> word.contains("stat -c '%f %s %Y %n'"));
    }

    /** Prints the folder at {@code path}, and returns the exit code. */
    int print(String path, OutputStream out) throws IOException {
        String folder = FileTree.normal(path);
        Node self = files.get(folder);
        if (self == null || !self.isFolder()) {
            return NO_FOLDER;
        }
        StringBuilder text = new StringBuilder(line(".", self));
        for (Map.Entry<String, Node> file : files.below(folder).entrySet()) {
            String name = file.getKey().substring(folder.length());
            if (name.lastIndexOf('/') == 0) {
                text.append(line(name.substring(1), file.getValue()));
            }
        }
        out.write(text.toString().getBytes(UTF_8));
        return 0;
    }

    private static String line(String name, Node node) {
        int type = node.isFolder() ? FOLDER : node.link() == null ? FILE : LINK;
        return "%x %d %d %s%n".formatted(type | node.mode(), node.size(), node.changed().getEpochSecond(), name);
    }
}
