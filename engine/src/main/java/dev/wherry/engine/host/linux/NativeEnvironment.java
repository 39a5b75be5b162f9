// The environment as the native libraries of this process see it.
package dev.wherry.engine.host.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A variable that is set for a native library of this process, by setenv(3): Java itself only reads the environment. Children that
 * are started while it is set inherit it, so it is to be closed once the library has read it. {@link System#getenv} may not see it.
 */
public final class NativeEnvironment implements AutoCloseable {

    private final String name;

    private NativeEnvironment(String name) {
        this.name = name;
    }

    /**
     * Sets a variable.
     *
     * @throws IllegalStateException when the C library refuses
     */
    public static NativeEnvironment set(String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle setenv = function("setenv", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            MemorySegment key = arena.allocateFrom(name);
            check("set", name, (int) setenv.invokeExact(key, arena.allocateFrom(value), 1));
        } catch (Throwable e) {
            throw refused("set", name, e);
        }
        return new NativeEnvironment(name);
    }

    /** Takes the variable away again. */
    @Override
    public void close() {
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle unsetenv = function("unsetenv",
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            check("unset", name, (int) unsetenv.invokeExact(arena.allocateFrom(name)));
        } catch (Throwable e) {
            throw refused("unset", name, e);
        }
    }

    private static MethodHandle function(String function, FunctionDescriptor type) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().find(function).orElseThrow(), type);
    }

    private static void check(String verb, String name, int code) {
        if (code != 0) {
            throw new IllegalArgumentException("Cannot " + verb + " " + name + ": the C library answers " + code);
        }
    }

    private static IllegalStateException refused(String verb, String name, Throwable cause) {
        return new IllegalStateException("Tried to " + verb + " the variable " + name + " but failed", cause);
    }
}
