// Who the user is to registries, as the docker client remembers it.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads the logins that {@code docker login} keeps in its config.json: in the file itself ({@code auths}), or with a program that
 * it names ({@code credsStore}, {@code credHelpers}). The engine takes them as base64url of JSON (Engine API, "Authentication").
 */
public final class RegistryLogins {

    /** What config.json calls Docker Hub. */
    public static final String DOCKER_HUB = "https://index.docker.io/v1/";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectNode NOBODY = JsonNodeFactory.instance.objectNode();

    private final Path config;

    /** @param config the docker client's config.json, which may be missing */
    public RegistryLogins(Path config) {
        this.config = config;
    }

    /** The logins of the user who runs this: of {@code $DOCKER_CONFIG} or {@code ~/.docker}. */
    public static RegistryLogins ofUser() {
        String folder = System.getenv("DOCKER_CONFIG");
        return new RegistryLogins((folder == null || folder.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".docker")
                : Path.of(folder)).resolve("config.json"));
    }

    /** The value of {@code X-Registry-Auth} for {@code registry}; an empty login when the user has none there. */
    String headerFor(String registry) throws IOException {
        return encoded(login(read(), registry));
    }

    /** The value of {@code X-Registry-Config}: all logins by registry, for builds whose base images nobody knows beforehand. */
    String headerForAll() throws IOException {
        JsonNode settings = read();
        TreeSet<String> registries = new TreeSet<>();
        settings.path("auths").fieldNames().forEachRemaining(registries::add);
        settings.path("credHelpers").fieldNames().forEachRemaining(registries::add);
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (String registry : registries) {
            ObjectNode login = login(settings, registry);
            if (!login.isEmpty()) {
                all.set(registry, login);
            }
        }
        return encoded(all);
    }

    private JsonNode read() throws IOException {
        try {
            return Files.exists(config) ? JSON.readTree(config.toFile()) : NOBODY;
        } catch (JsonProcessingException e) {
            throw new IOException("Tried to read registry logins from " + config + " but failed because "
                    + e.getOriginalMessage() + " in line " + e.getLocation().getLineNr() + ". Put the file right.", e);
        }
    }

    private static ObjectNode login(JsonNode settings, String registry) throws IOException {
        String helper = settings.path("credHelpers").path(host(registry))
                .asText(settings.path("credsStore").asText());
        Optional<ObjectNode> kept = helper.isEmpty()
                ? Optional.empty()
                : new CredentialHelper(helper).login(registry);
        return kept.orElseGet(() -> written(settings.path("auths"), registry));
    }

    private static ObjectNode written(JsonNode auths, String registry) {
        for (var entry : auths.properties()) {
            String encoded = entry.getValue().path("auth").asText();
            if (host(entry.getKey()).equals(host(registry)) && !encoded.isEmpty()) {
                String[] pair = new String(Base64.getDecoder().decode(encoded), UTF_8).split(":", 2);
                String token = entry.getValue().path("identitytoken").asText();
                return token.isEmpty() && pair.length == 2
                        ? withPassword(registry, pair[0], pair[1].replaceAll("\0+$", ""))
                        : withToken(registry, token);
            }
        }
        return NOBODY;
    }

    static ObjectNode withPassword(String registry, String user, String password) {
        return JsonNodeFactory.instance.objectNode().put("username", user).put("password", password)
                .put("serveraddress", registry);
    }

    static ObjectNode withToken(String registry, String token) {
        return JsonNodeFactory.instance.objectNode().put("identitytoken", token).put("serveraddress", registry);
    }

    // Older clients wrote whole addresses.
    private static String host(String registry) {
        return registry.replaceFirst("^https?://", "").replaceFirst("/.*", "");
    }

    private static String encoded(ObjectNode login) {
        return Base64.getUrlEncoder().encodeToString(login.toString().getBytes(UTF_8));
    }
}
