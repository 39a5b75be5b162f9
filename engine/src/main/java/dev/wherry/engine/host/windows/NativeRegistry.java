// The registry by the functions of advapi32.dll. Not yet run on Windows.
package dev.wherry.engine.host.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import org.jspecify.annotations.Nullable;

/** Reads and writes the registry of the user who runs this process. */
final class NativeRegistry implements UserRegistry {

    private static final Pointer CURRENT_USER = Pointer.createConstant(0xFFFF_FFFF_8000_0001L);
    private static final int REG_SZ = 1;
    private static final int ONLY_REG_SZ = 2;
    private static final int ONLY_REG_BINARY = 8;
    private static final int SUCCESS = 0;
    private static final int NOT_FOUND = 2;
    /** More than any value that is asked for here can have, in bytes. */
    private static final int LARGEST = 64 * 1024;

    /** See winreg.h. */
    private interface Advapi32 extends Library {
        int RegGetValueW(Pointer tree, WString key, WString name, int flags, @Nullable Pointer type, Pointer data,
                IntByReference size);

        int RegSetKeyValueW(Pointer tree, WString key, WString name, int type, Pointer data, int size);

        int RegDeleteKeyValueW(Pointer tree, WString key, WString name);
    }

    private static Advapi32 library() {
        return Native.load("advapi32", Advapi32.class); // JNA keeps what it has loaded
    }

    @Override
    public Optional<String> text(String key, String name) throws IOException {
        // With the zero that ends it.
        return value(key, name, ONLY_REG_SZ).map(data -> new String(data, StandardCharsets.UTF_16LE).replace("\0", ""));
    }

    @Override
    public Optional<byte[]> bytes(String key, String name) throws IOException {
        return value(key, name, ONLY_REG_BINARY);
    }

    private static Optional<byte[]> value(String key, String name, int type) throws IOException {
        try (Memory data = new Memory(LARGEST)) {
            IntByReference size = new IntByReference(LARGEST);
            int result = library().RegGetValueW(CURRENT_USER, new WString(key), new WString(name), type, null, data,
                    size);
            if (result == NOT_FOUND) {
                return Optional.empty();
            }
            check(result, "read", key, name);
            return Optional.of(data.getByteArray(0, size.getValue()));
        }
    }

    @Override
    public void set(String key, String name, String text) throws IOException {
        byte[] encoded = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        try (Memory data = new Memory(encoded.length)) {
            data.write(0, encoded, 0, encoded.length);
            check(library().RegSetKeyValueW(CURRENT_USER, new WString(key), new WString(name), REG_SZ, data,
                    encoded.length), "set", key, name);
        }
    }

    @Override
    public void remove(String key, String name) throws IOException {
        int result = library().RegDeleteKeyValueW(CURRENT_USER, new WString(key), new WString(name));
        if (result != NOT_FOUND) {
            check(result, "remove", key, name);
        }
    }

    private static void check(int result, String what, String key, String name) throws IOException {
        if (result != SUCCESS) {
            throw new IOException("Tried to " + what + " HKEY_CURRENT_USER\\" + key + ", value " + name
                    + ", but failed with Windows' error " + result);
        }
    }
}
