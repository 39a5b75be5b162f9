// The proxy, by what reg prints on Windows.
package dev.wherry.engine.host.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.wherry.engine.host.SystemProxy.Setting;
import org.junit.jupiter.api.Test;

class InternetSettingsTest {

    private static final String SAID = """

            HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings
                User Agent    REG_SZ    Mozilla/4.0 (compatible; MSIE 8.0; Win32)
                ProxyEnable    REG_DWORD    0x1
                ProxyServer    REG_SZ    proxy.example:3128
                ProxyOverride    REG_SZ    *.example;192.168.*;<local>
                ZonesSecurityUpgrade    REG_BINARY    88CE

            HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Zones
            """;

    @Test
    void oneServerIsForAll() {
        assertThat(InternetSettings.parse(SAID)).isEqualTo(
                new Setting("proxy.example:3128", "proxy.example:3128", List.of("*.example", "192.168.*"), ""));
    }

    @Test
    void orEachKindOfTrafficHasItsOwn() {
        Setting setting = InternetSettings.parse(SAID.replace("proxy.example:3128",
                "ftp=f:1;http=http://h:2;https=s:3;socks=k:4"));
        assertThat(setting.http()).isEqualTo("http://h:2");
        assertThat(setting.https()).isEqualTo("s:3");
    }

    @Test
    void whatIsSwitchedOffDoesNotCountAndAScriptIsTold() {
        Setting setting = InternetSettings.parse(
                SAID.replace("0x1", "0x0") + "    AutoConfigURL    REG_SZ    http://wpad.example/wpad.dat\r\n");
        assertThat(setting.http() + setting.https()).isEmpty();
        assertThat(setting.script()).isEqualTo("http://wpad.example/wpad.dat");
        assertThat(InternetSettings.parse("")).isEqualTo(Setting.NONE);
    }
}
