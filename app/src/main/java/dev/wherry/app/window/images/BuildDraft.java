// An image to be built as its form describes it, right or wrong.
package dev.wherry.app.window.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.wherry.app.files.BuildContext;
import dev.wherry.engine.docker.BuildRequest;
import dev.wherry.engine.docker.Images;
import dev.wherry.engine.docker.RegistryLogins;

/**
 * What somebody has typed so far.
 *
 * @param folder     what the build is about
 * @param dockerfile its path within the folder
 * @param tag        the name that the image is to have
 * @param arguments  values of the Dockerfile's {@code ARG}s
 * @param pull       whether base images are to be looked for anew
 */
public record BuildDraft(String folder, String dockerfile, String tag, List<RunDraft.Variable> arguments,
        boolean pull) {

    /** Nothing is typed yet. */
    public static final BuildDraft BLANK = new BuildDraft("", "Dockerfile", "", List.of(), false);

    public BuildDraft {
        arguments = List.copyOf(arguments);
    }

    /** With another folder. */
    public BuildDraft withFolder(String other) {
        return new BuildDraft(other, dockerfile, tag, arguments, pull);
    }

    /** With another Dockerfile. */
    public BuildDraft withDockerfile(String other) {
        return new BuildDraft(folder, other, tag, arguments, pull);
    }

    /** With another name of the image. */
    public BuildDraft withTag(String other) {
        return new BuildDraft(folder, dockerfile, other, arguments, pull);
    }

    /** With other arguments. */
    public BuildDraft withArguments(List<RunDraft.Variable> other) {
        return new BuildDraft(folder, dockerfile, tag, other, pull);
    }

    /** With base images looked for anew, or not. */
    public BuildDraft withPull(boolean other) {
        return new BuildDraft(folder, dockerfile, tag, arguments, other);
    }

    /** What to call it by. */
    String title() {
        return tag.isBlank() ? folder.strip() : tag.strip();
    }

    /** Builds it; {@code log} hears what the builder says. */
    void build(Images images, RegistryLogins logins, Consumer<String> log) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        arguments.stream().filter(argument -> !argument.blank())
                .forEach(argument -> values.put(argument.name().strip(), argument.value()));
        String file = dockerfile.strip().replace('\\', '/');
        BuildRequest wanted = new BuildRequest(file, tag.isBlank() ? List.of() : List.of(tag.strip()), values, "",
                pull);
        try (InputStream context = BuildContext.of(Path.of(folder.strip()), file).tar()) {
            images.build(wanted, context, logins, log);
        }
    }
}
