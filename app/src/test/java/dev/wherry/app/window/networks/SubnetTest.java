// Ranges of addresses as one types them.
package dev.wherry.app.window.networks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {

    private static Subnet subnet(String text) {
        return Subnet.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "172.30.0.0", "172.30.0.0/33", "172.30.0.256/16", "172.30.0/16", "172.30.0.0/16 ",
            "fd00::/64", "a.b.c.d/8"})
    void thisIsNoSubnet(String text) {
        assertThat(Subnet.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"172.30.5.7/16, 172.30.0.0/16", "255.255.255.255/0, 0.0.0.0/0", "10.0.0.1/32, 10.0.0.1/32",
            "192.168.1.130/25, 192.168.1.128/25"})
    void aSubnetBeginsWithItsFirstAddress(String given, String whole) {
        assertThat(subnet(given).whole()).hasToString(whole);
    }

    @Test
    void subnetsOverlapWhenOneIsInTheOther() {
        assertThat(subnet("172.16.0.0/12").overlaps(subnet("172.17.0.0/16"))).isTrue();
        assertThat(subnet("172.17.0.0/16").overlaps(subnet("172.16.0.0/12"))).isTrue();
        assertThat(subnet("172.17.0.0/16").overlaps(subnet("172.18.0.0/16"))).isFalse();
        assertThat(subnet("0.0.0.0/0").overlaps(subnet("8.8.8.8/32"))).isTrue();
    }
}
