// Finds out which proxies to use.
package dev.wherry.engine.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.wherry.engine.host.SystemProxy;
import dev.wherry.engine.proxy.ProxySettings.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The settings count first, then the environment, then the system, which is only asked when the environment names no proxy at all.
 * What is no address is left out and named; nothing is ever connected to.
 */
public final class ProxyFinder {

    /** Every variable that is looked at; lower case as well, which goes first. */
    private static final List<String> PROXIES = List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY");
    private static final String EXCEPTIONS = "NO_PROXY";

    private final Map<String, String> environment;
    private final SystemProxy system;

    /**
     * A finder.
     *
     * @param environment the variables of whoever starts the machine
     */
    public ProxyFinder(Map<String, String> environment, SystemProxy system) {
        this.environment = Map.copyOf(environment);
        this.system = system;
    }

    /** Those of {@code environment} that are about proxies, to be carried to where they are needed. */
    public static Map<String, String> variablesOf(Map<String, String> environment) {
        Map<String, String> about = new TreeMap<>(environment);
        about.keySet().removeIf(name -> Stream.concat(PROXIES.stream(), Stream.of(EXCEPTIONS))
                .noneMatch(name::equalsIgnoreCase));
        return about;
    }

    /** What holds under {@code settings}. May take as long as the system's tool does. */
    public Proxies find(ProxySettings settings) {
        List<String> problems = new ArrayList<>();
        boolean wanted = settings.http() instanceof Choice.Auto || settings.https() instanceof Choice.Auto;
        Proxies found = !wanted || named().findAny().isPresent() ? fromEnvironment(problems) : fromSystem(problems);
        Proxies.Used http = chosen(settings.http(), found.http());
        Proxies.Used https = chosen(settings.https(), found.https());
        List<String> exceptions = settings.exceptions() == null ? found.exceptions() : settings.exceptions();
        return new Proxies(http, https, Exceptions.understood(exceptions), wanted ? problems : List.of());
    }

    private static Proxies.@Nullable Used chosen(Choice choice, Proxies.@Nullable Used found) {
        return switch (choice) {
            case Choice.Auto auto -> found;
            case Choice.None none -> null;
            case Choice.Fixed(ProxyAddress address, String origin) -> new Proxies.Used(address, origin);
        };
    }

    private Stream<String> named() {
        return PROXIES.stream().flatMap(name -> variable(name).stream());
    }

    // The variable's name as it is spelled, if it is set.
    private Optional<String> variable(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT), name)
                .filter(spelled -> !environment.getOrDefault(spelled, "").isBlank()).findFirst();
    }

    private Proxies fromEnvironment(List<String> problems) {
        return new Proxies(fromEnvironment("HTTP_PROXY", problems), fromEnvironment("HTTPS_PROXY", problems),
                Exceptions.split(variable(EXCEPTIONS).map(name -> environment.getOrDefault(name, "")).orElse("")),
                List.of());
    }

    private Proxies.@Nullable Used fromEnvironment(String name, List<String> problems) {
        String spelled = variable(name).or(() -> variable("ALL_PROXY")).orElse("");
        return used(environment.getOrDefault(spelled, ""), spelled, problems);
    }

    private Proxies fromSystem(List<String> problems) {
        SystemProxy.Setting setting = system.read();
        if (!setting.script().isEmpty()) {
            problems.add("The system chooses its proxy by the script " + setting.script()
                    + ", which Wherry does not run.");
        }
        return new Proxies(used(setting.http(), "the system's settings", problems),
                used(setting.https(), "the system's settings", problems), setting.exceptions(), List.of());
    }

    // The value itself is not shown: where it cannot be read, it cannot be told where its password is.
    private static Proxies.@Nullable Used used(String text, String origin, List<String> problems) {
        if (text.isBlank()) {
            return null;
        }
        Optional<ProxyAddress> address = ProxyAddress.parseLoosely(text);
        String problem = "What " + origin + " names is no address of a proxy, such as " + ProxyAddress.EXAMPLE
                + "; it is left out.";
        if (address.isEmpty() && !problems.contains(problem)) {
            problems.add(problem);
        }
        return address.map(found -> new Proxies.Used(found, origin)).orElse(null);
    }
}
