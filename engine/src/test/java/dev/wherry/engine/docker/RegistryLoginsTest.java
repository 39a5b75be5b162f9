// Logins that "docker login" has left.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryLoginsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void withoutAConfigurationNobodyIsLoggedIn() throws IOException {
        assertThat(decoded(logins().headerFor("ghcr.io"))).isEmpty();
        assertThat(decoded(logins().headerForAll())).isEmpty();
    }

    @Test
    void aLoginInTheFileIsFoundHoweverItsRegistryIsWritten() throws IOException {
        config("""
                {"auths":{"https://index.docker.io/v1/":{"auth":"%s"},"https://ghcr.io":{"auth":"%s"},
                          "empty.example":{}}}""".formatted(base64("zoë:a:b"), base64("me:pw\0\0")));
        assertThat(decoded(logins().headerFor(RegistryLogins.DOCKER_HUB))).isEqualTo(JSON.readTree("""
                {"username":"zoë","password":"a:b","serveraddress":"https://index.docker.io/v1/"}"""));
        assertThat(decoded(logins().headerFor("ghcr.io")).path("password").asText()).isEqualTo("pw");
        assertThat(decoded(logins().headerFor("empty.example"))).isEmpty();
        assertThat(decoded(logins().headerForAll()).properties()).extracting(Map.Entry::getKey)
                .containsExactly("https://ghcr.io", "https://index.docker.io/v1/");
    }

    @Test
    void anIdentityTokenGoesBeforeThePassword() throws IOException {
        config("{\"auths\":{\"r.example\":{\"auth\":\"%s\",\"identitytoken\":\"tok\"}}}".formatted(base64("u:")));
        assertThat(decoded(logins().headerFor("r.example")))
                .isEqualTo(JSON.readTree("{\"identitytoken\":\"tok\",\"serveraddress\":\"r.example\"}"));
    }

    @Test
    void aFileThatIsNotJsonIsNamed() throws IOException {
        config("{\n oops");
        assertThatIOException().isThrownBy(() -> logins().headerFor("x"))
                .withMessageContainingAll(folder.resolve("config.json").toString(), "line 2");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() throws IOException {
        config("{\"credsStore\":\"of-nobody\"}");
        assertThatIOException().isThrownBy(() -> logins().headerFor("x"))
                .withMessageContainingAll("docker-credential-of-nobody", "docker login");
    }

    private void config(String text) throws IOException {
        Files.writeString(folder.resolve("config.json"), text);
    }

    private RegistryLogins logins() {
        return new RegistryLogins(folder.resolve("config.json"));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static JsonNode decoded(String header) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(header));
    }
}
