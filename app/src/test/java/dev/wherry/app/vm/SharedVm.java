// One VM for all the tests that can share one: booting is what takes the time.
package dev.wherry.app.vm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a running {@link Wherry}; it is deleted after the last of them. */
final class SharedVm implements ParameterResolver {

    /** What two simultaneous first starts came to, and the machine they made. */
    record Booted(Wherry wherry, Command.Result one, Command.Result other) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            wherry.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Booted.class || parameter.getParameter().getType() == Wherry.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Booted booted = context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Booted.class, key -> boot(), Booted.class);
        return parameter.getParameter().getType() == Booted.class ? booted : booted.wherry();
    }

    private static Booted boot() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Wherry wherry = new Wherry();
            CompletableFuture<Command.Result> one = new CompletableFuture<>();
            callers.execute(() -> complete(one, wherry));
            Command.Result other = wherry.wherry("up").run();
            return new Booted(wherry, one.join(), other);
        } catch (Exception e) {
            throw new AssertionError("The VM did not boot", e);
        }
    }

    private static void complete(CompletableFuture<Command.Result> result, Wherry wherry) {
        try {
            result.complete(wherry.wherry("up").run());
        } catch (Exception e) {
            result.completeExceptionally(e);
        }
    }
}
