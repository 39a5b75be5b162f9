// The few variables that matter to Wherry.
package dev.wherry.engine.diagnose;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The variables that may be shown; all others stay out, whatever they are called. */
final class ShownEnvironment {

    private static final Pattern SHOWN = Pattern.compile("WHERRY_.*|DOCKER_HOST|DOCKER_CONTEXT|LANG|XDG_.*|SHELL|TERM");
    private static final Set<String> PROXIES = Set.of("http_proxy", "https_proxy", "ftp_proxy", "all_proxy",
            "no_proxy");
    /** What stands before the last {@code @}, with the scheme or without: user and password. */
    private static final Pattern CREDENTIALS = Pattern.compile("^(\\w+://)?.*@");

    private ShownEnvironment() {
    }

    static String of(Map<String, String> environment) {
        return new TreeMap<>(environment).entrySet().stream()
                .filter(variable -> isShown(variable.getKey()))
                .map(variable -> variable.getKey() + "=" + value(variable) + "\n")
                .collect(Collectors.joining());
    }

    private static boolean isShown(String name) {
        return SHOWN.matcher(name).matches() || isProxy(name);
    }

    private static boolean isProxy(String name) {
        return PROXIES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String value(Map.Entry<String, String> variable) {
        String value = variable.getValue();
        return isProxy(variable.getKey()) ? CREDENTIALS.matcher(value).replaceFirst("$1") : value;
    }
}
