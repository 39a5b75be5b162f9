// An image on its way from or to a registry.
package dev.wherry.app.window.images;

import dev.wherry.app.model.Job;
import dev.wherry.app.model.Live;
import dev.wherry.engine.docker.TransferProgress;

/**
 * A pull or a push that was started.
 *
 * @param job      the work; its progress counts all layers
 * @param progress the layers
 */
public record Transfer(Job job, Live<TransferProgress> progress) {
}
