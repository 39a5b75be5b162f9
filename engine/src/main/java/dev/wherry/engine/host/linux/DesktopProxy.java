// The proxy of the desktop's settings.
package dev.wherry.engine.host.linux;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.wherry.engine.host.SystemProxy;
import dev.wherry.engine.host.ToolOutput;

/** Reads GNOME's settings, which other desktops keep theirs in as well; without gsettings there is none. */
public final class DesktopProxy implements SystemProxy {

    private static final String SCHEMA = "org.gnome.system.proxy";
    private static final Pattern LINE = Pattern.compile("org\\.gnome\\.system\\.proxy\\.?(\\w*) ([\\w-]+) (.*)");
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    @Override
    public Setting read() {
        return ToolOutput.ifTold(List.of("gsettings", "list-recursively", SCHEMA)).map(DesktopProxy::parse)
                .orElse(Setting.NONE);
    }

    static Setting parse(String said) {
        Map<String, String> values = new HashMap<>();
        for (String text : said.lines().toList()) {
            Matcher line = LINE.matcher(text);
            if (line.matches()) {
                values.put(line.group(1) + "/" + line.group(2), line.group(3).strip());
            }
        }
        return switch (text(values, "/mode")) {
            case "manual" -> new Setting(proxy(values, "http"), proxy(values, "https"),
                    QUOTED.matcher(values.getOrDefault("/ignore-hosts", "")).results()
                            .map((MatchResult match) -> match.group(1)).toList(),
                    "");
            case "auto" -> new Setting("", "", List.of(), text(values, "/autoconfig-url"));
            default -> Setting.NONE;
        };
    }

    private static String proxy(Map<String, String> values, String kind) {
        String host = text(values, kind + "/host");
        String port = values.getOrDefault(kind + "/port", "0");
        return host.isEmpty() || port.equals("0") ? "" : host + ":" + port;
    }

    private static String text(Map<String, String> values, String name) {
        return values.getOrDefault(name, "").replace("'", "");
    }
}
