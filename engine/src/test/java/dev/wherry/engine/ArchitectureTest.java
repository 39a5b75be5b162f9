// The arrows between the packages: one way for the data to flow, and no cycles.
package dev.wherry.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.wherry.engine");

    /** What each package may use besides itself; the table of the design. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("stream", List.of()),
            Map.entry("worker", List.of()),
            Map.entry("host", List.of()),
            Map.entry("fetch", List.of()),
            Map.entry("image", List.of("fetch", "host")),
            Map.entry("hypervisor", List.of("host")),
            Map.entry("proxy", List.of("host")),
            Map.entry("trust", List.of("host")),
            Map.entry("config", List.of("hypervisor", "fetch", "forward", "host", "proxy")),
            Map.entry("guest", List.of("host", "stream", "worker")),
            Map.entry("docker", List.of("stream", "worker")),
            Map.entry("forward", List.of("guest", "docker", "host", "stream", "worker")),
            Map.entry("share", List.of("guest", "host", "stream", "worker")),
            Map.entry("names", List.of("guest", "host")),
            Map.entry("machine",
                    List.of("config", "forward", "share", "names", "guest", "docker", "hypervisor", "image", "host",
                            "proxy",
                            "stream", "trust", "worker")),
            Map.entry("agent",
                    List.of("machine", "config", "forward", "share", "names", "guest", "docker", "hypervisor", "image",
                            "host",
                            "stream")),
            Map.entry("doctor", List.of("agent", "machine", "config", "guest", "docker", "hypervisor", "image", "host",
                    "proxy", "stream", "trust")),
            Map.entry("diagnose", List.of("doctor", "agent", "machine", "docker", "hypervisor", "image", "host")));

    static Stream<String> packages() {
        return MAY_USE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatTheDesignAllows(String name) {
        List<String> allowed = MAY_USE.getOrDefault(name, List.of());
        String[] forbidden = packages().filter(other -> !other.equals(name) && !allowed.contains(other))
                .map(other -> "dev.wherry.engine." + other + "..").toArray(String[]::new);
        if (forbidden.length > 0) {
            noClasses().that().resideInAPackage("dev.wherry.engine." + name + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(forbidden).check(CLASSES);
        }
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("dev.wherry.engine.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theEngineKnowsNoUserInterface() {
        noClasses().should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "picocli..")
                .check(CLASSES);
    }

    @Test
    void nativeCodeStaysBehindTheHostPackage() {
        noClasses().that().resideOutsideOfPackage("dev.wherry.engine.host..")
                .should().dependOnClassesThat().resideInAnyPackage("com.sun.jna..").check(CLASSES);
    }
}
