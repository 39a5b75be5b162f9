// The wish to be told, which can be withdrawn.
package dev.wherry.app.model;

/** Closing it ends the calls to a listener. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
