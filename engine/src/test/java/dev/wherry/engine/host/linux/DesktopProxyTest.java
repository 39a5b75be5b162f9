// The proxy, by what gsettings prints.
package dev.wherry.engine.host.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.wherry.engine.host.SystemProxy.Setting;
import org.junit.jupiter.api.Test;

class DesktopProxyTest {

    private static final String SAID = """
            org.gnome.system.proxy autoconfig-url 'http://wpad.example/wpad.dat'
            org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '::1']
            org.gnome.system.proxy mode 'manual'
            org.gnome.system.proxy use-same-proxy true
            org.gnome.system.proxy.ftp host ''
            org.gnome.system.proxy.ftp port 0
            org.gnome.system.proxy.http authentication-password ''
            org.gnome.system.proxy.http enabled false
            org.gnome.system.proxy.http host 'proxy.example'
            org.gnome.system.proxy.http port 8080
            org.gnome.system.proxy.https host ''
            org.gnome.system.proxy.https port 0
            """;

    @Test
    void eachKindOfTrafficHasItsProxy() {
        assertThat(DesktopProxy.parse(SAID)).isEqualTo(
                new Setting("proxy.example:8080", "", List.of("localhost", "127.0.0.0/8", "::1"), ""));
    }

    @Test
    void theModeDecidesWhatCounts() {
        assertThat(DesktopProxy.parse(SAID.replace("'manual'", "'none'"))).isEqualTo(Setting.NONE);
        assertThat(DesktopProxy.parse(SAID.replace("'manual'", "'auto'"))).isEqualTo(
                new Setting("", "", List.of(), "http://wpad.example/wpad.dat"));
        assertThat(DesktopProxy.parse("No such schema")).isEqualTo(Setting.NONE);
    }
}
