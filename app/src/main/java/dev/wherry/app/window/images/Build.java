// A build that was started.
package dev.wherry.app.window.images;

import dev.wherry.app.model.Job;

/**
 * A build, under way or ended.
 *
 * @param job the work
 * @param log what the builder has said of it so far
 */
public record Build(Job job, LineLog log) {
}
