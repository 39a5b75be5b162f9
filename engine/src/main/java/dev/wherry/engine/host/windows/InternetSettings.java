// The proxy of Windows' internet settings.
package dev.wherry.engine.host.windows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.wherry.engine.host.SystemProxy;
import dev.wherry.engine.host.ToolOutput;

/** Reads what reg prints of the user's settings; every Windows has it. Not yet run on Windows; the reading is tested. */
public final class InternetSettings implements SystemProxy {

    private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private static final Pattern LINE = Pattern.compile("\\s+(\\w+)\\s+REG_\\w+\\s+(.*)");

    @Override
    public Setting read() {
        return ToolOutput.ifTold(List.of("reg", "query", KEY)).map(InternetSettings::parse).orElse(Setting.NONE);
    }

    static Setting parse(String said) {
        Map<String, String> values = new HashMap<>();
        for (String text : said.lines().toList()) {
            Matcher line = LINE.matcher(text);
            if (line.matches()) {
                values.put(line.group(1), line.group(2).strip());
            }
        }
        boolean on = values.getOrDefault("ProxyEnable", "0x0").equals("0x1");
        String server = on ? values.getOrDefault("ProxyServer", "") : "";
        return new Setting(proxy(server, "http"), proxy(server, "https"), exceptions(values),
                values.getOrDefault("AutoConfigURL", ""));
    }

    // Either one for all, or "http=HOST:PORT;https=HOST:PORT".
    private static String proxy(String server, String kind) {
        if (!server.contains("=")) {
            return server;
        }
        return Stream.of(server.split(";")).map(String::strip).filter(part -> part.startsWith(kind + "="))
                .map(part -> part.substring(kind.length() + 1)).findFirst().orElse("");
    }

    // "<local>" stands for all names without a dot.
    private static List<String> exceptions(Map<String, String> values) {
        return Stream.of(values.getOrDefault("ProxyOverride", "").split(";")).map(String::strip)
                .filter(entry -> !entry.isEmpty() && !entry.equals("<local>")).toList();
    }
}
