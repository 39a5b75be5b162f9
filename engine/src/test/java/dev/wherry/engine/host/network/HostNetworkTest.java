// Which way of asking belongs to which system.
package dev.wherry.engine.host.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wherry.engine.host.KeyStoreRoots;
import dev.wherry.engine.host.Platform.Os;
import dev.wherry.engine.host.SystemProxy;
import dev.wherry.engine.host.linux.BundleRoots;
import dev.wherry.engine.host.linux.DesktopProxy;
import dev.wherry.engine.host.mac.ScutilProxy;
import dev.wherry.engine.host.windows.InternetSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostNetworkTest {

    @Test
    void eachSystemIsAskedInItsOwnWay() {
        assertThat(HostNetwork.of(Os.LINUX).proxy()).isInstanceOf(DesktopProxy.class);
        assertThat(HostNetwork.of(Os.LINUX).roots()).isInstanceOf(BundleRoots.class);
        assertThat(HostNetwork.of(Os.MAC).proxy()).isInstanceOf(ScutilProxy.class);
        assertThat(HostNetwork.of(Os.WINDOWS).proxy()).isInstanceOf(InternetSettings.class);
        assertThat(HostNetwork.of(Os.WINDOWS).roots()).isInstanceOf(KeyStoreRoots.class);
    }

    @ParameterizedTest
    @EnumSource(value = Os.class, names = {"MAC", "WINDOWS"})
    void withoutItsToolThereIsNoProxy(Os foreign) {
        assertThat(HostNetwork.of(foreign).proxy().read()).isEqualTo(SystemProxy.Setting.NONE);
    }
}
