// Variables for native libraries.
package dev.wherry.engine.host.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;

import org.junit.jupiter.api.Test;

class NativeEnvironmentTest {

    private static final String NAME = "WHERRY_NATIVE_ENVIRONMENT_TEST";

    @Test
    void aVariableIsThereUntilItIsClosed() throws IOException {
        try (NativeEnvironment set = NativeEnvironment.set(NAME, "with a space")) {
            assertEquals("with a space", seen());
        }
        assertEquals("", seen());
    }

    @Test
    void aNameThatNoVariableCanHaveIsRefused() {
        assertThrows(IllegalStateException.class, () -> NativeEnvironment.set("A=B", "value"));
    }

    // A child whose environment nobody touches has that of the process itself.
    private static String seen() throws IOException {
        Process child = new ProcessBuilder("sh", "-c", "printf %s \"$" + NAME + "\"").start();
        try (BufferedReader output = child.inputReader()) {
            return String.valueOf(output.readAllAsString());
        }
    }
}
