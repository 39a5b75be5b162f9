// What Wherry notes down beside a docker context of its making, so that it can be taken away without a trace.
package dev.wherry.engine.docker;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Marks a context as Wherry's.
 *
 * @param name        the context's name
 * @param madeFolders folders that did not exist before, outermost first
 * @param madeConfig  whether config.json did not exist before
 * @param former      what the current context was before this one, as config.json had it; null if it named none, or this one
 *                    was not made current
 */
record ContextReceipt(String name, List<String> madeFolders, boolean madeConfig, @Nullable String former) {

    ContextReceipt {
        madeFolders = List.copyOf(madeFolders);
    }

    ContextReceipt used(boolean makesConfig, @Nullable String before) {
        return new ContextReceipt(name, madeFolders, madeConfig || makesConfig, before);
    }

    /** This one after the context of {@code gone} was removed: whoever is removed last clears away what both needed. */
    ContextReceipt after(ContextReceipt gone, boolean followedIt) {
        return new ContextReceipt(name,
                Stream.concat(gone.madeFolders.stream(), madeFolders.stream()).distinct().toList(),
                madeConfig || gone.madeConfig, followedIt ? gone.former : former);
    }
}
