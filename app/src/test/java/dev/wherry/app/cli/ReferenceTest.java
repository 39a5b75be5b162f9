// docs/reference.md says what the commands really take.
package dev.wherry.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class ReferenceTest {

    @Test
    void theReferenceIsUpToDate() {
        assertThat(Path.of("../docs/reference.md")).as("docs/reference.md is stale: run ./dev docs")
                .content().isEqualTo(Reference.text());
    }
}
