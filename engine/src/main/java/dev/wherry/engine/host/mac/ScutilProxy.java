// The proxy of macOS' network settings.
package dev.wherry.engine.host.mac;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.wherry.engine.host.SystemProxy;
import dev.wherry.engine.host.ToolOutput;

/** Reads what scutil prints of the network in use; every Mac has it. Not yet run on a Mac; the reading is tested. */
public final class ScutilProxy implements SystemProxy {

    private static final Pattern LINE = Pattern.compile("\\s*(\\w+) : (.*)");
    private static final String SWITCHED_ON = "1";

    @Override
    public Setting read() {
        return ToolOutput.ifTold(List.of("scutil", "--proxy")).map(ScutilProxy::parse).orElse(Setting.NONE);
    }

    static Setting parse(String said) {
        Map<String, String> values = new HashMap<>();
        List<String> exceptions = new ArrayList<>();
        for (String text : said.lines().toList()) {
            Matcher line = LINE.matcher(text);
            if (line.matches()) {
                String name = line.group(1);
                // The items of the one list are numbered.
                if (Character.isDigit(name.charAt(0))) {
                    exceptions.add(line.group(2).strip());
                } else {
                    values.put(name, line.group(2).strip());
                }
            }
        }
        return new Setting(proxy(values, "HTTP"), proxy(values, "HTTPS"), exceptions,
                isOn(values, "ProxyAutoConfig") ? values.getOrDefault("ProxyAutoConfigURLString", "") : "");
    }

    private static String proxy(Map<String, String> values, String kind) {
        String host = values.getOrDefault(kind + "Proxy", "");
        if (!isOn(values, kind) || host.isEmpty()) {
            return "";
        }
        return values.containsKey(kind + "Port") ? host + ":" + values.get(kind + "Port") : host;
    }

    private static boolean isOn(Map<String, String> values, String kind) {
        return values.getOrDefault(kind + "Enable", "").equals(SWITCHED_ON);
    }
}
