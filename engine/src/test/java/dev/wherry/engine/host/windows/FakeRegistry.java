// A registry where there is none.
package dev.wherry.engine.host.windows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps values in memory. */
final class FakeRegistry implements UserRegistry {

    private record Place(String key, String name) {
    }

    private final Map<Place, Object> values = new HashMap<>();

    @Override
    public Optional<String> text(String key, String name) {
        return Optional.ofNullable((String) values.get(new Place(key, name)));
    }

    @Override
    public Optional<byte[]> bytes(String key, String name) {
        return Optional.ofNullable((byte[]) values.get(new Place(key, name)));
    }

    @Override
    public void set(String key, String name, String text) {
        values.put(new Place(key, name), text);
    }

    void setBytes(String key, String name, byte[] bytes) {
        values.put(new Place(key, name), bytes);
    }

    @Override
    public void remove(String key, String name) {
        values.remove(new Place(key, name));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }
}
