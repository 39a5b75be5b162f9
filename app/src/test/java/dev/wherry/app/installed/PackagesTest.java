// The three packages are one program.
package dev.wherry.app.installed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Needs the packages that "./dev package" makes. */
@Tag("slow")
class PackagesTest {

    private static final String PREFIX = "/usr/";

    private Packages packages;

    @BeforeEach
    void findPackages() throws Exception {
        packages = Packages.made();
    }

    private static Stream<String> lines(String... command) throws Exception {
        Process process = new ProcessBuilder(List.of(command)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).isZero();
        return lines.stream();
    }

    // Each as "program file" without its folders, which packages list in different ways.
    private Set<String> inDeb() throws Exception {
        return lines("dpkg-deb", "--contents", packages.deb().toString()).filter(line -> !line.startsWith("d"))
                .map(line -> line.replaceFirst(".* \\./usr/", "").replaceFirst(" -> .*", ""))
                .filter(name -> !name.startsWith("share/lintian/") && !name.equals("share/doc/wherry/changelog.gz"))
                .collect(Collectors.toSet());
    }

    @Test
    void theRpmHoldsWhatTheDebHolds() throws Exception {
        assertThat(
                lines("rpm", "-qp", "--queryformat", "[%{FILEMODES:perms} %{FILENAMES}\\n]", packages.rpm().toString())
                        .filter(line -> !line.startsWith("d"))
                        .map(line -> line.substring(line.indexOf(PREFIX) + PREFIX.length())))
                .containsExactlyInAnyOrderElementsOf(inDeb());
    }

    @Test
    void theArchiveHoldsWhatTheDebHolds() throws Exception {
        assertThat(lines("tar", "-tzf", packages.tar().toString()).filter(name -> !name.endsWith("/"))
                .map(name -> name.substring(name.indexOf('/') + 1))).containsExactlyInAnyOrderElementsOf(inDeb());
    }

    @Test
    void noPackageRunsAnythingWhenItIsInstalledOrRemoved() throws Exception {
        assertThat(lines("sh", "-c", "dpkg-deb --ctrl-tarfile \"$0\" | tar -t", packages.deb().toString()))
                .containsExactlyInAnyOrder("./", "./control", "./md5sums");
        assertThat(lines("rpm", "-qp", "--scripts", packages.rpm().toString())).isEmpty();
    }
}
