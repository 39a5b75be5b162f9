// A container's use of the machine, by docker's own arithmetic.
package dev.wherry.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class ContainerStatsTest extends WithEngine {

    private static final String NOTHING_BEFORE = """
            {"cpu_usage":{"total_usage":0}}""";
    private static final String BEFORE = """
            {"cpu_usage":{"total_usage":1000000000},"system_cpu_usage":100000000000,"online_cpus":2}""";
    private static final String STOPPED = """
            {"read":"0001-01-01T00:00:00Z","preread":"0001-01-01T00:00:00Z","pids_stats":{},"blkio_stats":{
             "io_service_bytes_recursive":null},"num_procs":0,"storage_stats":{},"cpu_stats":{"cpu_usage":{
             "total_usage":0}},"precpu_stats":{"cpu_usage":{"total_usage":0}},"memory_stats":{},"name":"/web"}""";

    @Test
    void readsWhatDockerStatsShows() throws IOException {
        stream(reading(NOTHING_BEFORE), reading(BEFORE));
        try (StatsReader reader = new Containers(client).stats("web")) {
            assertThat(reader.next()).isNotNull().satisfies(stats -> {
                assertThat(stats.time()).isEqualTo(Instant.parse("2026-01-02T03:04:05.5Z"));
                assertThat(stats.cpuPercent()).isCloseTo(50, within(0.001)); // half a second of one, in a second of two
                assertThat(stats.memory()).isEqualTo(9_000_000);
                assertThat(stats.memoryLimit()).isEqualTo(2_000_000_000);
                assertThat(stats.received()).isEqualTo(110);
                assertThat(stats.sent()).isEqualTo(220);
                assertThat(stats.blockRead()).isEqualTo(4096);
                assertThat(stats.blockWritten()).isEqualTo(8192);
                assertThat(stats.processes()).isEqualTo(3);
            });
            assertThat(reader.next()).as("the end of the stream").isNull();
        }
    }

    @Test
    void endsWhenTheContainerStops() throws IOException {
        stream(reading(NOTHING_BEFORE), reading(BEFORE), STOPPED, reading(BEFORE));
        try (StatsReader reader = new Containers(client).stats("web")) {
            assertThat(reader.next()).isNotNull();
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void hasNothingToSayOfAContainerThatDoesNotRun() throws IOException {
        stream(STOPPED);
        try (StatsReader reader = new Containers(client).stats("web")) {
            assertThat(reader.next()).isNull();
        }
        answers("GET /containers/web/stats", STOPPED);
        assertThat(new Containers(client).statsNow("web")).isNull();
    }

    @Test
    void makesARateOfTwoSingleReadings() throws IOException {
        answers("GET /containers/web/stats", reading(NOTHING_BEFORE));
        ContainerStats later = new Containers(client).statsNow("web");
        answers("GET /containers/web/stats", reading(NOTHING_BEFORE).replace("1500000000", "1200000000")
                .replace("102000000000", "100800000000"));
        ContainerStats earlier = new Containers(client).statsNow("web");
        assertThat(later).isNotNull();
        assertThat(earlier).isNotNull();
        assertThat(later.cpuPercentSince(earlier)).isCloseTo(50, within(0.001));
        assertThat(later.cpuPercentSince(later)).isZero();
    }

    private void stream(String... readings) {
        engine.on("GET /containers/web/stats", exchange -> {
            exchange.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (String reading : readings) {
                exchange.chunk(reading + "\n");
            }
            exchange.send("0\r\n\r\n");
        });
    }

    private static String reading(String before) {
        return """
                {"read":"2026-01-02T03:04:05.5Z","preread":"2026-01-02T03:04:04.5Z","pids_stats":{"current":3,"limit":99},
                 "blkio_stats":{"io_service_bytes_recursive":[{"major":254,"minor":0,"op":"read","value":4096},
                   {"major":254,"minor":0,"op":"write","value":8192}],"io_serviced_recursive":null},
                 "cpu_stats":{"cpu_usage":{"total_usage":1500000000,"usage_in_usermode":7},
                   "system_cpu_usage":102000000000,"online_cpus":2,"throttling_data":{"periods":0}},
                 "precpu_stats":%s,
                 "memory_stats":{"usage":10000000,"stats":{"anon":5,"inactive_file":1000000},"limit":2000000000},
                 "name":"/web","id":"abc","networks":{"eth0":{"rx_bytes":100,"tx_bytes":200},
                   "eth1":{"rx_bytes":10,"tx_bytes":20}}}"""
                .formatted(before);
    }
}
