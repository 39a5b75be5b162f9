// What programs have left behind that were killed.
package dev.wherry.engine.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Looks for leftovers. They do no harm by themselves, but mislead people and other programs. */
final class StaleFilesCheck implements Check {

    private final Subject subject;

    StaleFilesCheck(Subject subject) {
        this.subject = subject;
    }

    @Override
    public String id() {
        return "stale-files";
    }

    @Override
    public String title() {
        return "Stale files";
    }

    @Override
    public Finding run() throws IOException {
        List<Path> stale = new StaleFiles(subject.directories(), subject.files().engineSocket().resolveSibling("."))
                .find();
        if (stale.isEmpty()) {
            return Finding.passed(this, "none");
        }
        String all = stale.stream().map(Path::toString).collect(Collectors.joining(", "));
        return Finding.warning(this, "Left behind by programs that are gone: " + all + ".",
                subject.wherry() + " doctor --fix removes them.").fixedBy(() -> remove(stale, all));
    }

    private static String remove(List<Path> stale, String all) throws IOException {
        for (Path path : stale) {
            StaleFiles.delete(path);
        }
        return "Removed " + all;
    }
}
