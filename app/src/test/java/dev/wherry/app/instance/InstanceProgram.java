// An app that is nothing but started.
package dev.wherry.app.instance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prints whether it is the app, and the arguments of later starts; as the app it ends with its input. */
final class InstanceProgram {

    private InstanceProgram() {
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        Optional<SingleInstance> claimed;
        try {
            claimed = SingleInstance.claim(Path.of(given.getFirst()), given.subList(1, given.size()),
                    later -> System.out.println("started with " + later));
        } catch (IOException e) {
            System.out.println(e.getMessage());
            System.exit(1);
            return;
        }
        if (claimed.isEmpty()) {
            System.out.println("second");
            return;
        }
        try (SingleInstance instance = claimed.get()) {
            System.out.println("first");
            while (System.in.read() >= 0) {
                // It goes on.
            }
        }
    }
}
