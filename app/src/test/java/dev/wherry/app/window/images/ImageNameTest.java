// Names of images as one types them.
package dev.wherry.app.window.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNameTest {

    @BeforeAll
    static void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "nginx:1.27-alpine", "library/nginx", "ghcr.io/acme/orders-api:2.4.1",
            "localhost:5000/web", "registry.example.com:443/a/b/c:V1_x", "a__b/c---d",
            "nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void thisIsAName(String name) {
        assertThat(ImageName.problem(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "''                    | Type a name",
            "https://nginx         | https://",
            "my image              | no spaces",
            "nginx:                | must be a tag",
            "nginx:-x              | must be a tag",
            "Nginx                 | no capital letters",
            "Acme/web              | no capital letters",
            "ghcr.io/Acme/web      | no capital letters",
            "a//b                  | before and after each slash",
            "/web                  | before and after each slash",
            "acme/                 | before and after each slash",
            "nginx@sha256:12       | must be a digest",
            "acme/we..b            | \"we..b\" cannot be part",
            "acme/web-             | \"web-\" cannot be part"})
    void thisIsNoNameAndThatIsWhy(String name, String why) {
        assertThat(ImageName.problem(name)).contains(why);
    }

    @Test
    void aNameHasAnEnd() {
        assertThat(ImageName.problem("a".repeat(256))).contains("at most 255");
    }
}
