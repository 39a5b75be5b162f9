// The form of a build.
package dev.wherry.app.window.images;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.wherry.app.model.Live;
import dev.wherry.app.model.Scope;
import dev.wherry.app.model.Subscription;
import dev.wherry.app.text.Texts;

/** What is typed, and what is wrong with it. */
public final class BuildModel implements Subscription {

    private static final Texts TEXTS = Texts.of(BuildModel.class);

    private final Live<BuildDraft> draft = new Live<>(BuildDraft.BLANK);
    private final Live<Map<String, String>> problems;
    private final Scope scope = new Scope();

    /** An empty form. */
    public BuildModel() {
        this.problems = Live.computed(scope, () -> problems(draft.get()), draft);
    }

    /** What is typed. */
    public Live<BuildDraft> draft() {
        return draft;
    }

    /** Types something. */
    public void edit(UnaryOperator<BuildDraft> change) {
        draft.update(change);
    }

    /** What is wrong, by the field: folder, dockerfile, tag, arguments. */
    public Live<Map<String, String>> problems() {
        return problems;
    }

    private static Map<String, String> problems(BuildDraft draft) {
        Map<String, String> problems = new LinkedHashMap<>();
        try {
            Path folder = Path.of(draft.folder().strip());
            if (draft.folder().isBlank()) {
                problems.put("folder", TEXTS.get("build.folder.empty"));
            } else if (!Files.isDirectory(folder)) {
                problems.put("folder", TEXTS.get("build.folder.missing"));
            } else if (!holds(folder, draft.dockerfile().strip())) {
                problems.put("dockerfile", TEXTS.get("build.dockerfile.missing", draft.dockerfile().strip()));
            }
        } catch (InvalidPathException e) {
            problems.put("folder", TEXTS.get("build.folder.missing"));
        }
        if (!draft.tag().isBlank()) {
            problems.put("tag", ImageName.problem(draft.tag().strip()));
        }
        if (draft.arguments().stream().anyMatch(argument -> !argument.blank() && argument.name().isBlank())) {
            problems.put("arguments", TEXTS.get("run.variable.name"));
        }
        problems.values().removeIf(String::isEmpty);
        return problems;
    }

    private static boolean holds(Path folder, String file) {
        try {
            return Files.isRegularFile(folder.resolve(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
