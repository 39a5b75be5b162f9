// Which environment variables are not for everybody's eyes.
package dev.wherry.app.window.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableTest {

    @ParameterizedTest
    @ValueSource(strings = {"POSTGRES_PASSWORD=x", "API_KEY=x", "apiKey=x", "GITHUB_TOKEN=x", "AWS_SECRET_ACCESS_KEY=x",
            "DATABASE_URL=postgres://me:pw@db/x", "REDIS_URL=redis://:pw@cache"})
    void secretsAreMasked(String text) {
        assertThat(Variable.of(text).secret()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH=/bin", "KEYBOARD=de", "MONKEYS=3", "HOME_PAGE=http://example.com:8080/a@b",
            "PASSWORD=",
            "EMPTY"})
    void everythingElseIsNot(String text) {
        assertThat(Variable.of(text).secret()).isFalse();
    }
}
