// What "docker build" is told.
package dev.wherry.engine.docker;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A container image to be built ({@code POST /build}).
 *
 * @param dockerfile its path within the context, with slashes
 * @param tags       the names that it is to have
 * @param arguments  values of the Dockerfile's {@code ARG}s
 * @param target     the stage to stop at; empty for the last
 * @param pull       whether base images are to be looked for anew
 */
public record BuildRequest(String dockerfile, List<String> tags, Map<String, String> arguments, String target,
        boolean pull) {

    public BuildRequest {
        tags = List.copyOf(tags);
        arguments = Map.copyOf(arguments);
    }

    /** A build of the {@code Dockerfile} at the context's top. */
    public static BuildRequest of(String... tags) {
        return new BuildRequest("Dockerfile", List.of(tags), Map.of(), "", false);
    }

    EngineRequest on(EngineRequest build) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        arguments.forEach(values::put);
        EngineRequest request = build.with("dockerfile", dockerfile).with("rm", true).with("forcerm", true)
                .with("pull", pull).with("buildargs", values.toString());
        request = target.isEmpty() ? request : request.with("target", target);
        return tags.isEmpty() ? request : request.with("t", tags);
    }
}
