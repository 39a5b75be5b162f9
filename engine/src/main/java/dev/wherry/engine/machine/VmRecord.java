// What is remembered of a running VM for the agent that comes next.
package dev.wherry.engine.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.wherry.engine.host.PrivateFiles;

/** The details of a VM as they were when it was started, in a file beside it. */
final class VmRecord {

    private static final ObjectMapper JSON = new ObjectMapper();

    private VmRecord() {
    }

    static void write(Path file, VmDetails details) throws IOException {
        PrivateFiles.write(file, JSON.writeValueAsBytes(details));
    }

    static VmDetails read(Path file) throws IOException {
        return JSON.readValue(Files.readAllBytes(file), VmDetails.class);
    }
}
