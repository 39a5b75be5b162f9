// What tests run in containers.
package dev.wherry.app.vm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Container images made of what the guest brings along: tests need no registry. */
final class Containers {

    /** An image with nothing but a shell and its tools. */
    static final String SHELL = "test/shell";

    /** An image with nothing but this computer's socat and its libraries: busybox has no UDP server. */
    static final String SOCAT = "test/socat";
    private static final String ARCHIVE_SOCAT = "socat=$(command -v socat) && tar -ch -C / $({ echo $socat; ldd $socat; }"
            + " | grep -o '/[^ ]*' | cut -c 2-)";

    private Containers() {
    }

    /** Builds {@link #SOCAT}. */
    static synchronized void buildSocat(Wherry wherry) throws Exception {
        if (wherry.docker("image", "inspect", SOCAT).run().exitCode() == 0) {
            return;
        }
        Path archive = Files.createTempFile("socat", ".tar");
        try {
            new Command(List.of("sh", "-c", ARCHIVE_SOCAT), Map.of()).writingTo(archive).run().succeeded();
            wherry.docker("import", "-c", "ENV PATH=/usr/bin", archive.toString(), SOCAT).run().succeeded();
        } finally {
            Files.delete(archive);
        }
    }

    /** Builds {@link #SHELL} FROM scratch with the host's docker client. */
    static synchronized void buildShell(Wherry wherry) throws Exception {
        if (wherry.docker("image", "inspect", SHELL).run().exitCode() == 0) {
            return;
        }
        Path context = Files.createTempDirectory("context");
        try {
            wherry.wherry("ssh", "cat /bin/busybox").writingTo(context.resolve("busybox")).run().succeeded();
            Files.writeString(context.resolve("Dockerfile"), """
                    FROM scratch
                    COPY busybox /bin/busybox
                    ENV PATH=/bin
                    RUN ["/bin/busybox", "--install", "-s", "/bin"]
                    RUN mkdir -p /tmp /www && echo hello from a container > /www/index.html
                    """);
            context.resolve("busybox").toFile().setExecutable(true);
            wherry.docker("build", "-q", "-t", SHELL, context.toString()).run().succeeded();
        } finally {
            Files.deleteIfExists(context.resolve("busybox"));
            Files.deleteIfExists(context.resolve("Dockerfile"));
            Files.delete(context);
        }
    }
}
