// Every command in every state: its exit code, and an explanation where it is not zero.
package dev.wherry.app.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

@Tag("vm")
class StatesVmTest {

    /** Exit codes by state; a dash where the command is left out, since it would change the state. */
    private static final String TABLE = """
            command                  | none | stopped | running | paused | agent dead | other agent | stands by | broken config
            status                   |  4   |    3    |    0    |   3    |     0      |      3      |     3     |      3
            status --json            |  4   |    3    |    0    |   3    |     0      |      3      |     3     |      3
            info                     |  0   |    0    |    0    |   0    |     0      |      3      |     0     |      0
            info --json              |  0   |    0    |    0    |   0    |     -      |      3      |     0     |      0
            ip                       |  4   |    3    |    0    |   3    |     0      |      3      |     3     |      3
            port                     |  4   |    3    |    0    |   3    |     0      |      3      |     3     |      3
            port --json              |  4   |    3    |    0    |   3    |     -      |      3      |     3     |      3
            port nobody              |  4   |    3    |    1    |   3    |     -      |      3      |     3     |      3
            logs                     |  1   |    1    |    0    |   0    |     0      |      0      |     0     |      0
            stats                    |  4   |    3    |    0    |   0    |     -      |      3      |     -     |      3
            ssh true                 |  4   |    3    |    0    |   0    |     0      |      3      |     -     |      3
            shell nobody true        |  4   |    3    |    1    |   1    |     -      |      3      |     -     |      3
            docker version           |  4   |    3    |    0    |   0    |     0      |      3      |     -     |      3
            cp /etc/hosts vm:/tmp    |  4   |    3    |    0    |   0    |     -      |      3      |     -     |      3
            env                      |  0   |    0    |    0    |   0    |     0      |      0      |     0     |      0
            env --unset              |  0   |    0    |    0    |   0    |     -      |      0      |     0     |      0
            socket                   |  0   |    0    |    0    |   0    |     0      |      0      |     0     |      0
            context install          |  0   |    0    |    0    |   0    |     0      |      0      |     0     |      0
            context remove           |  0   |    0    |    0    |   0    |     0      |      0      |     0     |      0
            share list               |  0   |    0    |    0    |   0    |     0      |      3      |     0     |      3
            share list --json        |  0   |    0    |    0    |   0    |     -      |      3      |     0     |      3
            share add /nowhere/at/all|  2   |    2    |    2    |   2    |     -      |      2      |     2     |      2
            share remove /nowhere    |  2   |    2    |    2    |   2    |     -      |      2      |     2     |      3
            config show --origin     |  0   |    0    |    0    |   0    |     -      |      0      |     0     |      3
            config get memory        |  0   |    0    |    0    |   0    |     -      |      0      |     0     |      3
            config get memroy        |  2   |    2    |    2    |   2    |     -      |      2      |     2     |      2
            config set memory 1GiB   |  0   |    0    |    0    |   0    |     0      |      0      |     0     |      3
            config path              |  0   |    0    |    0    |   0    |     -      |      0      |     0     |      0
            machine list             |  0   |    0    |    0    |   0    |     0      |      3      |     0     |      0
            machine use nobody       |  4   |    4    |    4    |   4    |     4      |      4      |     4     |      4
            machine delete nobody    |  4   |    4    |    4    |   4    |     -      |      4      |     4     |      4
            status -m nobody         |  4   |    4    |    4    |   4    |     -      |      4      |     4     |      4
            upgrade --check          |  0   |    0    |    0    |   0    |     0      |      3      |     0     |      3
            doctor                   |  0   |    0    |    0    |   0    |     -      |      1      |     0     |      1
            version                  |  0   |    0    |    0    |   0    |     0      |      0      |     0     |      0
            completion bash          |  0   |    0    |    0    |   0    |     -      |      0      |     0     |      0
            help                     |  0   |    0    |    0    |   0    |     -      |      0      |     0     |      0
            statsu                   |  2   |    2    |    2    |   2    |     -      |      2      |     2     |      2
            up --cpus many           |  2   |    2    |    2    |   2    |     -      |      2      |     2     |      2
            delete                   |  1   |    1    |    1    |   1    |     1      |      1      |     1     |      1
            reset --data             |  1   |    1    |    1    |   1    |     -      |      1      |     1     |      1
            down                     |  0   |    0    |    -    |   -    |     -      |      3      |     -     |      0
            pause                    |  4   |    3    |    -    |   0    |     -      |      3      |     3     |      3
            resume                   |  4   |    3    |    0    |   -    |     -      |      3      |     3     |      3
            reset                    |  4   |    3    |    -    |   -    |     -      |      3      |     3     |      3
            reset --data --yes       |  4   |    0    |    -    |   -    |     -      |      3      |     -     |      3
            up                       |  -   |    -    |    0    |   -    |     0      |      3      |     -     |      3
            restart                  |  4   |    -    |    -    |   -    |     -      |      3      |     -     |      3
            init                     |  -   |    0    |    0    |   0    |     -      |      0      |     0     |      3
            restart --agent          |  -   |    -    |    0    |   0    |     0      |      -      |     -     |      0
            """;

    private static @Nullable Wherry wherry;

    @BeforeAll
    static void open() throws Exception {
        wherry = new Wherry();
    }

    @AfterAll
    static void close() throws Exception {
        wherry().close();
    }

    private static Wherry wherry() {
        return Objects.requireNonNull(wherry);
    }

    private interface Way {
        void go() throws Exception;
    }

    /** One state: how it is reached from the one before, what precedes each command in it, and how it ends. */
    private record State(String name, Way enter, Way before, Way leave) {
    }

    private static final Way STAY = () -> {
    };

    @TestFactory
    Stream<DynamicNode> everyCommandExitsAsTheTableSaysAndExplainsItself() {
        OtherAgent other = new OtherAgent(() -> wherry().home().resolve("run/agent.sock"));
        return Stream.of(
                new State("none", STAY, STAY, STAY),
                new State("stopped", () -> wherry().run("init", "--memory", "1GiB"), STAY, STAY),
                new State("running", () -> wherry().run("up"), STAY, STAY),
                new State("paused", () -> wherry().run("pause"), () -> wherry().run("pause"),
                        () -> wherry().run("resume")),
                new State("agent dead", STAY, () -> wherry().agent().ifPresent(Wherry::kill), STAY),
                new State("other agent", () -> {
                    wherry().agent().ifPresent(Wherry::kill);
                    other.start();
                }, STAY, () -> {
                    wherry().run("restart", "--agent");
                    assertThat(other.wasAskedToLeave()).isTrue();
                    assertThat(wherry().state()).isEqualTo("RUNNING");
                }),
                new State("stands by", () -> StandByVmTest.awaitStop(wherry(), wherry().vm()), STAY,
                        () -> assertThat(wherry().wherry("status").run().stdout()).as("it still does")
                                .contains("nobody was using it")),
                new State("broken config", () -> {
                    wherry().run("down");
                    Files.writeString(config(), "cpus: 2\nmemroy: 1GiB\n");
                }, STAY, () -> {
                    assertThat(config()).as("nothing is overwritten").hasContent("cpus: 2\nmemroy: 1GiB\n");
                    Files.delete(config());
                })).map(state -> dynamicContainer(state.name, testsOf(state)));
    }

    private static Path config() {
        return wherry().home().resolve("config/wherry.yaml");
    }

    private static Stream<DynamicTest> testsOf(State state) {
        List<String[]> rows = TABLE.lines().map(line -> line.split("\\|", -1)).toList();
        int column = Arrays.stream(rows.getFirst()).map(String::strip).toList().indexOf(state.name);
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(dynamicTest("is reached", state.enter::go));
        for (String[] row : rows.subList(1, rows.size())) {
            String code = row[column].strip();
            if (!code.equals("-")) {
                String command = row[0].strip();
                tests.add(dynamicTest(command + " exits with " + code, () -> {
                    state.before.go();
                    check(command, Integer.parseInt(code));
                }));
            }
        }
        tests.add(dynamicTest("is left", state.leave::go));
        return tests.stream();
    }

    private static void check(String command, int code) throws Exception {
        Command.Result result = wherry().wherry(command.split(" ", -1)).run();
        assertThat(result.exitCode()).as(result.stdout() + result.stderr()).isEqualTo(code);
        assertThat(result.stderr()).doesNotContain("Exception", "\tat ");
        if (code != 0 && !command.startsWith("status") && !command.equals("doctor")) {
            assertThat(result.stderr().lines()).as("what is wrong, and what to do").hasSizeGreaterThanOrEqualTo(2);
            assertThat(result.stderr().lines()).anyMatch(line -> line.startsWith("wherry: "));
        }
    }
}
