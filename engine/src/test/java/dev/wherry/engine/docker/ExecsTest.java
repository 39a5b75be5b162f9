// Commands in a running container.
package dev.wherry.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExecsTest extends WithEngine {

    private static final String UPGRADED = "HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n";

    @BeforeEach
    void letCommandsBeMade() {
        accepts("POST /containers/web/exec", "{\"Id\":\"e1\"}");
    }

    @Test
    void opensATerminalThatCanBeResizedAndTellsHowItEnded() throws IOException {
        engine.on("POST /exec/e1/start", exchange -> {
            bodies.put("start", JSON.readTree(exchange.body().readAllBytes()));
            exchange.send(UPGRADED);
            exchange.connection().output().write(exchange.connection().input().readNBytes(5));
        });
        engine.says("POST /exec/e1/resize", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        answers("GET /exec/e1/json", "{\"Running\":true,\"ExitCode\":null}");

        try (Exec exec = new Execs(client).openTerminal("web", List.of("sh", "-l"), 80, 24)) {
            exec.stream().output().write("exit\n".getBytes(UTF_8));
            assertThat(exec.exitCode()).isNull();
            assertThat(new String(exec.stream().input().readAllBytes(), UTF_8)).isEqualTo("exit\n");
            exec.resize(120, 40);
            answers("GET /exec/e1/json", "{\"Running\":false,\"ExitCode\":3}");
            assertThat(exec.exitCode()).isEqualTo(3);
        }
        assertThat(body("POST /containers/web/exec")).isEqualTo(JSON.readTree("""
                {"AttachStdout":true,"AttachStderr":true,"Tty":true,"Cmd":["sh","-l"],"AttachStdin":true,
                 "Env":["TERM=xterm-256color"],"ConsoleSize":[24,80]}"""));
        assertThat(body("start")).isEqualTo(JSON.readTree("{\"Detach\":false,\"Tty\":true,\"ConsoleSize\":[24,80]}"));
        assertThat(requests()).contains("POST /exec/e1/resize?w=120&h=40");
    }

    @Test
    void runsACommandToItsEnd() throws IOException {
        engine.says("POST /exec/e1/start",
                UPGRADED + LogReaderTest.frame(1, "out") + LogReaderTest.frame(2, "err") + LogReaderTest.frame(1, "!"));
        answers("GET /exec/e1/json", "{\"Running\":false,\"ExitCode\":7}");
        Execs.Result result = new Execs(client).run("web", "0", List.of("ls"));
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.output()).asString(UTF_8).isEqualTo("out!");
        assertThat(result.error()).asString(UTF_8).isEqualTo("err");
        assertThat(body("POST /containers/web/exec").path("User").asText()).isEqualTo("0");
    }

    @Test
    void refusesMoreOutputThanItCanHold() {
        engine.on("POST /exec/e1/start", exchange -> {
            exchange.send(UPGRADED);
            String megabyte = LogReaderTest.frame(1, "x".repeat(1 << 20));
            for (int i = 0; i <= Execs.MAX_OUTPUT >> 20; i++) {
                exchange.send(megabyte);
            }
        });
        assertThatIOException().isThrownBy(() -> new Execs(client).run("web", "", List.of("yes")))
                .withMessage("The output of yes in the container is too long");
    }
}
