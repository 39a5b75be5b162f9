// The proxy, by what scutil prints on a Mac.
package dev.wherry.engine.host.mac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.wherry.engine.host.SystemProxy.Setting;
import org.junit.jupiter.api.Test;

class ScutilProxyTest {

    private static final String SAID = """
            <dictionary> {
              ExceptionsList : <array> {
                0 : *.local
                1 : 169.254/16
              }
              FTPPassive : 1
              HTTPEnable : 1
              HTTPPort : 3128
              HTTPProxy : proxy.example
              HTTPSEnable : 1
              HTTPSPort : 3129
              HTTPSProxy : 127.0.0.1
            }
            """;

    @Test
    void eachKindOfTrafficHasItsProxy() {
        assertThat(ScutilProxy.parse(SAID)).isEqualTo(
                new Setting("proxy.example:3128", "127.0.0.1:3129", List.of("*.local", "169.254/16"), ""));
    }

    @Test
    void whatIsSwitchedOffDoesNotCount() {
        assertThat(ScutilProxy.parse(SAID.replace("Enable : 1", "Enable : 0"))).isEqualTo(
                new Setting("", "", List.of("*.local", "169.254/16"), ""));
        assertThat(ScutilProxy.parse("<dictionary> {\n}\n")).isEqualTo(Setting.NONE);
    }

    @Test
    void aScriptIsTold() {
        assertThat(ScutilProxy.parse("""
                <dictionary> {
                  ProxyAutoConfigEnable : 1
                  ProxyAutoConfigURLString : http://wpad.example/wpad.dat
                }
                """).script()).isEqualTo("http://wpad.example/wpad.dat");
    }
}
