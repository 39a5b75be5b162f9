// A sign of life.
package dev.wherry.engine.docker;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a ping brings back.
 *
 * @param apiVersion the version that will be spoken from now on
 * @param clock      the guest's clock at the answer, in whole seconds; null when the engine does not say
 */
public record EnginePing(ApiVersion apiVersion, @Nullable Instant clock) {
}
