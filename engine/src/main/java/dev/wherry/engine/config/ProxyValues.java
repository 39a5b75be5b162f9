// What the configuration says of proxies.
package dev.wherry.engine.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wherry.engine.proxy.ProxyAddress;
import dev.wherry.engine.proxy.ProxySettings;
import dev.wherry.engine.proxy.ProxySettings.Choice;
import org.jspecify.annotations.Nullable;

/** Reads the map {@code proxy}. */
final class ProxyValues {

    private static final String HTTP = "http";
    private static final String HTTPS = "https";
    private static final String EXCEPTIONS = "no";
    private static final String AUTO = "auto";
    private static final String NONE = "none";

    private ProxyValues() {
    }

    static boolean accepts(JsonNode value) {
        return value.isObject() && value.properties().stream().allMatch(entry -> switch (entry.getKey()) {
            case HTTP, HTTPS -> isChoice(entry.getValue());
            case EXCEPTIONS -> entry.getValue().isTextual() || isTexts(entry.getValue());
            default -> false;
        });
    }

    private static boolean isChoice(JsonNode value) {
        return value.isTextual() && (value.asText().equals(AUTO) || value.asText().equals(NONE)
                || ProxyAddress.parse(value.asText()).isPresent());
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray() && value.valueStream().allMatch(JsonNode::isTextual);
    }

    /** What {@code settings} say; they have been found right. */
    static ProxySettings in(Settings settings) {
        return new ProxySettings(choice(inner(settings, HTTP)), choice(inner(settings, HTTPS)),
                exceptions(inner(settings, EXCEPTIONS)));
    }

    private static Optional<Setting> inner(Settings settings, String name) {
        return settings.get(KeyPath.of(ConfigKey.PROXY).child(name));
    }

    private static Choice choice(Optional<Setting> setting) {
        return switch (setting.map(Setting::text).orElse(AUTO)) {
            case AUTO -> new Choice.Auto();
            case NONE -> new Choice.None();
            case String text -> new Choice.Fixed(ProxyAddress.parse(text).orElseThrow(),
                    setting.orElseThrow().origin().toString());
        };
    }

    private static @Nullable List<String> exceptions(Optional<Setting> setting) {
        return setting.map(Setting::value).map(value -> value.isArray()
                ? value.valueStream().map(JsonNode::asText).toList()
                : Stream.of(value.asText().split("[\\s,]+")).filter(entry -> !entry.isEmpty()).toList()).orElse(null);
    }
}
