// Docker's folder of one context, laid out as the docker client does (docker/cli, cli/context/store).
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** {@code contexts/meta/<SHA-256 of the name>}: docker's meta.json, and beside it our receipt, which docker does not look at. */
record ContextFolder(Path path) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ContextFolder of(Path allContexts, String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
            return new ContextFolder(allContexts.resolve(HexFormat.of().formatHex(hash)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private Path meta() {
        return path.resolve("meta.json");
    }

    private Path receipt() {
        return path.resolve("wherry.json");
    }

    /** Whether docker knows this context. */
    boolean exists() {
        return Files.exists(meta());
    }

    /** What was noted down when Wherry made this context; empty when it did not. */
    Optional<ContextReceipt> readReceipt() throws IOException {
        return Files.exists(receipt())
                ? Optional.of(JSON.readValue(Files.readAllBytes(receipt()), ContextReceipt.class))
                : Optional.empty();
    }

    void write(ContextReceipt receipt) throws IOException {
        Files.write(receipt(), JSON.writeValueAsBytes(receipt));
    }

    /** Writes docker's part, byte for byte as docker would. */
    void writeMeta(String name, String host) throws IOException {
        String json = """
                {"Name":%s,"Metadata":{},"Endpoints":{"docker":{"Host":%s,"SkipTLSVerify":false}}}"""
                .formatted(literal(name), literal(host));
        Files.writeString(meta(), json);
    }

    // Go writes these three as escapes, so that JSON can stand in HTML.
    private static String literal(String value) throws IOException {
        String json = JSON.writeValueAsString(value);
        for (var escape : Map.of("<", "\\u003c", ">", "\\u003e", "&", "\\u0026").entrySet()) {
            json = json.replace(escape.getKey(), escape.getValue());
        }
        return json;
    }

    /** Deletes both files; the folder is the caller's, who made it or did not. */
    void deleteFiles() throws IOException {
        Files.deleteIfExists(meta());
        Files.deleteIfExists(receipt());
    }
}
