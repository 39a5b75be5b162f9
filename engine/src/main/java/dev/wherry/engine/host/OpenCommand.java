// The command by which a desktop opens whatever it is given.
package dev.wherry.engine.host;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens pages and folders by a command.
 *
 * @param command  what the page or folder is given to
 * @param obstacle why the command is not to be had, in a sentence; empty when it is
 */
public record OpenCommand(List<String> command, Optional<String> obstacle) implements Browser, FileManager {

    public OpenCommand {
        command = List.copyOf(command);
    }

    @Override
    public void open(URI page) throws IOException, InterruptedException {
        start(page.toString());
    }

    @Override
    public void show(Path folder) throws IOException, InterruptedException {
        start(folder.toAbsolutePath().toString());
    }

    private void start(String what) throws IOException, InterruptedException {
        if (obstacle.isPresent()) {
            throw new IOException(obstacle.get());
        }
        new DetachedProgram(Detachment.ofHost()).start(Stream.concat(command.stream(), Stream.of(what)).toList());
    }
}
