// What has to change in a shell's environment for docker clients to find an engine.
package dev.wherry.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Works out changes to an environment, and the changes that take them back. A value that is replaced is kept in a variable
 * named {@code WHERRY_FORMER_...} meanwhile.
 */
final class EngineEnvironment {

    private static final String HOST = "DOCKER_HOST";
    private static final String FORMER = "WHERRY_FORMER_";

    /**
     * Docker takes DOCKER_HOST before DOCKER_CONTEXT, but not every client does; the TLS ones make docker ask for certificates
     * even on a unix socket; docker-machine's name would be a lie.
     */
    private static final List<String> IN_THE_WAY = List.of("DOCKER_CONTEXT", "DOCKER_TLS", "DOCKER_TLS_VERIFY",
            "DOCKER_CERT_PATH", "DOCKER_MACHINE_NAME");
    private static final List<String> PROXIES = List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy",
            "https_proxy", "all_proxy");
    /** Where published ports answer. */
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    /** One variable's new value; null for none. */
    record Change(String name, @Nullable String value) {

        String in(Shell shell) {
            return value == null ? shell.unset(name) : shell.set(name, value);
        }
    }

    private final Map<String, String> now;
    private final List<String> noProxy;

    /**
     * For an environment.
     *
     * @param now      its variables
     * @param caseless whether names that differ by case only are one variable, as on Windows
     */
    EngineEnvironment(Map<String, String> now, boolean caseless) {
        this.now = caseless ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new HashMap<>();
        this.now.putAll(now);
        this.noProxy = caseless ? List.of("NO_PROXY") : List.of("NO_PROXY", "no_proxy");
    }

    /**
     * The changes after which docker clients use the engine at {@code url}.
     *
     * @param ours what the URLs of all engines of Wherry begin with; such a one is not worth keeping
     */
    List<Change> pointTo(String url, String ours) {
        List<Change> changes = new ArrayList<>();
        if (!value(HOST).startsWith(ours)) {
            keep(HOST, changes);
        }
        changes.add(new Change(HOST, url));
        IN_THE_WAY.stream().filter(now::containsKey).forEach(name -> {
            keep(name, changes);
            changes.add(new Change(name, null));
        });
        if (PROXIES.stream().anyMatch(name -> !value(name).isEmpty())) {
            exemptLoopback(changes);
        }
        return changes;
    }

    private void exemptLoopback(List<Change> changes) {
        List<String> there = noProxy.stream().filter(now::containsKey).toList();
        for (String name : there.isEmpty() ? noProxy : there) {
            String wanted = withLoopback(value(name));
            if (!wanted.equals(value(name))) {
                keep(name, changes);
                changes.add(new Change(name, wanted));
            }
        }
    }

    private static String withLoopback(String list) {
        List<String> there = Stream.of(list.split(",")).map(String::strip).filter(entry -> !entry.isEmpty()).toList();
        List<String> missing = LOOPBACK.stream().filter(entry -> !there.contains(entry)).toList();
        if (missing.isEmpty() || there.contains("*")) {
            return list;
        }
        return there.isEmpty() ? String.join(",", missing) : list + "," + String.join(",", missing);
    }

    // The oldest value counts: a second run finds the first one's.
    private void keep(String name, List<Change> changes) {
        if (!value(name).isEmpty() && !now.containsKey(FORMER + name)) {
            changes.add(new Change(FORMER + name, value(name)));
        }
    }

    /** The changes after which everything is as it was before {@link #pointTo}. */
    List<Change> undo() {
        List<Change> changes = new ArrayList<>();
        Stream.of(List.of(HOST), IN_THE_WAY, noProxy).flatMap(List::stream).forEach(name -> {
            if (now.containsKey(FORMER + name)) {
                changes.add(new Change(name, value(FORMER + name)));
                changes.add(new Change(FORMER + name, null));
            } else if (name.equals(HOST) || (noProxy.contains(name) && value(name).equals(withLoopback("")))) {
                changes.add(new Change(name, null));
            }
        });
        return changes;
    }

    private String value(String name) {
        return now.getOrDefault(name, "");
    }
}
