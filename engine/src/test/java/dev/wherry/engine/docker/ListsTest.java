// Images, volumes, networks and the room they take, as the engine tells of them.
package dev.wherry.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class ListsTest extends WithEngine {

    @Test
    void imagesHaveTheirNamesAndThoseWhoUseThem() throws IOException {
        answers("GET /images/json", """
                [{"Id":"sha256:0123456789abcdef","RepoTags":["nginx:latest","nginx:1"],
                  "RepoDigests":["nginx@sha256:1"],"Created":1700000000,"Size":5000,"SharedSize":-1,"Containers":-1,
                  "Labels":null},
                 {"Id":"sha256:fedcba9876543210","RepoTags":["<none>:<none>"],"RepoDigests":null,"Created":1,"Size":7,
                  "Labels":{"a":"b"}},
                 {"Id":"sha256:9","RepoTags":[],"Labels":{"dev.wherry.helper":"volume"}}]""");
        answers("GET /containers/json", "[{\"Id\":\"c1\",\"ImageID\":\"sha256:0123456789abcdef\"},{\"Id\":\"c2\"}]");
        List<ContainerSummary> containers = new Containers(client).list(true);
        assertThat(new Images(client).list()).satisfiesExactly(nginx -> {
            assertThat(nginx.name()).isEqualTo("nginx:latest");
            assertThat(nginx.tags()).containsExactly("nginx:latest", "nginx:1");
            assertThat(nginx.size()).isEqualTo(5000);
            assertThat(nginx.created()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
            assertThat(nginx.users(containers)).extracting(ContainerSummary::id).containsExactly("c1");
        }, dangling -> {
            assertThat(dangling.tags()).isEmpty();
            assertThat(dangling.name()).isEqualTo("fedcba987654");
            assertThat(dangling.users(containers)).isEmpty();
        });
    }

    @Test
    void anImagesHistoryIsItsSteps() throws IOException {
        answers("GET /images/shop%2Fweb%3A2/history",
                """
                        [{"Comment":"","Created":9,"CreatedBy":"CMD [\\"serve\\"]","Id":"sha256:9","Size":0,"Tags":["shop/web:2"]},
                         {"Comment":"base","Created":8,"CreatedBy":"ADD file","Id":"<missing>","Size":77,"Tags":null}]""");
        assertThat(new Images(client).history("shop/web:2")).containsExactly(
                new ImageLayer("CMD [\"serve\"]", 0, Instant.ofEpochSecond(9), ""),
                new ImageLayer("ADD file", 77, Instant.ofEpochSecond(8), "base"));
    }

    @Test
    void volumesAreListedSoonAndMeasuredOnDemand() throws IOException {
        String volume = """
                {"Name":"data","Driver":"local","CreatedAt":"2026-01-02T03:04:05+01:00","Mountpoint":"/v","Labels":null,
                 "Options":null,"Scope":"local"%s}""";
        answers("GET /volumes", "{\"Volumes\":[" + volume.formatted("") + "],\"Warnings\":null}");
        answers("GET /system/df",
                "{\"Volumes\":[" + volume.formatted(",\"UsageData\":{\"RefCount\":1,\"Size\":42}") + "]}");
        answers("GET /containers/json", "[{\"Id\":\"c1\",\"Mounts\":[{\"Type\":\"volume\",\"Name\":\"data\"}]}]");
        Volumes volumes = new Volumes(client);
        assertThat(volumes.list()).singleElement().satisfies(data -> {
            assertThat(data.size()).isEqualTo(VolumeSummary.UNKNOWN);
            assertThat(data.created()).isEqualTo(Instant.parse("2026-01-02T02:04:05Z"));
            assertThat(data.users(new Containers(client).list(true))).hasSize(1);
        });
        assertThat(volumes.listWithSizes()).singleElement()
                .satisfies(data -> assertThat(data.size()).isEqualTo(42));
        assertThat(requests()).last().isEqualTo("GET /system/df?type=volume");
    }

    @Test
    void anEngineWithoutVolumesHasNone() throws IOException {
        answers("GET /volumes", "{\"Volumes\":null,\"Warnings\":null}");
        assertThat(new Volumes(client).list()).isEmpty();
    }

    @Test
    void networksTellTheirAddressesAndWhetherTheyAreTheEnginesOwn() throws IOException {
        answers("GET /networks", """
                [{"Name":"bridge","Id":"b1","Created":"2026-01-02T03:04:05.6Z","Scope":"local","Driver":"bridge",
                  "IPAM":{"Driver":"default","Config":[{"Subnet":"172.17.0.0/16","Gateway":"172.17.0.1"}]},
                  "Internal":false,"Labels":{}},
                 {"Name":"none","Id":"n1","Driver":"null","IPAM":{"Config":null},"Internal":false},
                 {"Name":"inner","Id":"i1","Driver":"bridge","IPAM":{"Config":[{"Subnet":"10.9.0.0/24"}]},
                  "Internal":true,"Labels":{}}]""");
        assertThat(new Networks(client).list()).satisfiesExactly(bridge -> {
            assertThat(bridge.predefined()).isTrue();
            assertThat(bridge.subnets()).containsExactly("172.17.0.0/16");
        }, none -> assertThat(none.subnets()).isEmpty(), inner -> {
            assertThat(inner.internal()).isTrue();
            assertThat(inner.predefined()).isFalse();
        });
    }

    @Test
    void aNetworkIsMadeWithTheAddressesAskedFor() throws IOException {
        accepts("POST /networks/create", "{\"Id\":\"n9\",\"Warning\":\"\"}");
        assertThat(new Networks(client).create("inner", "bridge", "10.9.0.0/24", true)).isEqualTo("n9");
        assertThat(body("POST /networks/create")).isEqualTo(JSON.readTree("""
                {"Name":"inner","Driver":"bridge","Internal":true,"CheckDuplicate":true,
                 "IPAM":{"Config":[{"Subnet":"10.9.0.0/24"}]}}"""));
    }

    @Test
    void theDisksUsersAreCountedAsDockerCountsThem() throws IOException {
        answers("GET /system/df", """
                {"LayersSize":1000,
                 "Images":[{"Id":"a","RepoTags":["a:1"],"Size":600,"SharedSize":100,"Containers":1},
                           {"Id":"b","RepoTags":["b:1"],"Size":400,"SharedSize":100,"Containers":0},
                           {"Id":"c","RepoTags":[],"Size":150,"SharedSize":50,"Containers":0}],
                 "Containers":[{"Id":"1","State":"running","SizeRw":10},{"Id":"2","State":"exited","SizeRw":5}],
                 "Volumes":[{"Name":"v","UsageData":{"RefCount":1,"Size":30}},
                            {"Name":"w","UsageData":{"RefCount":0,"Size":20}},
                            {"Name":"x","UsageData":{"RefCount":0,"Size":-1}}],
                 "BuildCache":[{"ID":"k","InUse":false,"Shared":false,"Size":8},
                               {"ID":"l","InUse":false,"Shared":true,"Size":99}]}""");
        assertThat(new EngineSystem(client).diskUsage()).isEqualTo(new DiskUsage(
                new DiskUsage.Usage(3, 1, 1000, 500), 100, new DiskUsage.Usage(2, 1, 15, 5),
                new DiskUsage.Usage(3, 1, 50, 20), new DiskUsage.Usage(2, 0, 8, 8)));
    }

    @Test
    void theEngineTellsWhatItRunsOn() throws IOException {
        answers("GET /info",
                """
                        {"ServerVersion":"26.1.5+dfsg1","ContainersRunning":2,"ContainersPaused":1,"ContainersStopped":4,"Images":9,
                         "Driver":"overlay2","DefaultRuntime":"crun","KernelVersion":"6.12","OperatingSystem":"Wherry","NCPU":2,
                         "MemTotal":2000000000,"Warnings":null}""");
        assertThat(new EngineSystem(client).info()).isEqualTo(new EngineInfo("26.1.5+dfsg1", 2, 1, 4, 9, "overlay2",
                "crun", "6.12", "Wherry", 2, 2_000_000_000L, List.of()));
    }

    @Test
    void pruningSaysHowMuchItGaveBack() throws IOException {
        answers("POST /volumes/prune", "{\"VolumesDeleted\":[\"v\"],\"SpaceReclaimed\":20}");
        answers("POST /build/prune", "{\"CachesDeleted\":null,\"SpaceReclaimed\":8}");
        assertThat(new Volumes(client).prune(true)).isEqualTo(20);
        assertThat(new EngineSystem(client).pruneBuildCache()).isEqualTo(8);
        assertThat(requests()).first().asString().contains("%22all%22");
    }
}
