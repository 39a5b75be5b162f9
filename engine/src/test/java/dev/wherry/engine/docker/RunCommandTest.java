// The command that makes a container like this one.
package dev.wherry.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

class RunCommandTest extends WithEngine {

    private static final String IMAGE = """
            {"Id":"sha256:9","Config":{"Env":["PATH=/bin","V=1"],"Cmd":["serve"],"Entrypoint":["/init"],
             "WorkingDir":"/srv","User":"web","ExposedPorts":{"80/tcp":{}},"Volumes":{"/data":{}},
             "Labels":{"vendor":"x"},"StopSignal":"SIGQUIT"}}""";

    @Test
    void saysNothingThatTheImageSaysAlready() throws IOException {
        assertThat(commandOf(
                """
                        {"Id":"0123456789abcdef","Name":"/web","Image":"sha256:9",
                         "Config":{"Hostname":"0123456789ab","AttachStdout":false,"Env":["PATH=/bin","V=1"],"Cmd":["serve"],
                           "Entrypoint":["/init"],"WorkingDir":"/srv","User":"web","Image":"shop/web:2",
                           "ExposedPorts":{"80/tcp":{}},"Volumes":{"/data":{}},"Labels":{"vendor":"x"},"StopSignal":"SIGQUIT"},
                         "HostConfig":{"NetworkMode":"bridge","RestartPolicy":{"Name":"no","MaximumRetryCount":0},
                           "ShmSize":67108864,"IpcMode":"private","Binds":null,"PortBindings":{},"PidsLimit":null,"CapAdd":null},
                         "NetworkSettings":{"Networks":{"bridge":{}}}}"""))
                .containsExactly("docker", "run", "-d", "--name", "web", "shop/web:2");
    }

    @Test
    void saysAllThatIsParticular() throws IOException {
        assertThat(commandOf(
                """
                        {"Id":"0123456789abcdef","Name":"/web","Image":"sha256:9",
                         "Config":{"Hostname":"front","AttachStdout":true,"OpenStdin":true,"Tty":true,
                           "Env":["PATH=/bin","V=2","MSG=it's a test"],"Cmd":["-v","two words"],
                           "Entrypoint":["/bin/sh","-c"],"WorkingDir":"/tmp","User":"0:0","Image":"shop/web:2",
                           "ExposedPorts":{"80/tcp":{},"81/tcp":{},"53/udp":{}},"Volumes":{"/data":{},"/more":{}},
                           "Labels":{"vendor":"x","team":"a"},"StopSignal":"SIGTERM"},
                         "HostConfig":{"NetworkMode":"shop","AutoRemove":true,"Init":true,"Privileged":true,
                           "RestartPolicy":{"Name":"on-failure","MaximumRetryCount":3},"ShmSize":134217728,
                           "Binds":["/src:/www:ro"],
                           "Mounts":[{"Type":"volume","Source":"my,data","Target":"/var","ReadOnly":true}],
                           "Tmpfs":{"/run":"size=1m"},"CapAdd":["NET_ADMIN"],"CapDrop":["ALL"],"Memory":268435456,
                           "NanoCpus":1500000000,"ExtraHosts":["db:10.0.0.1"],
                           "Devices":[{"PathOnHost":"/dev/fuse","PathInContainer":"/dev/fuse","CgroupPermissions":"rwm"}],
                           "PortBindings":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"8080"},{"HostIp":"::1","HostPort":""}],
                                           "53/udp":[{"HostIp":"","HostPort":"53"}]}},
                         "NetworkSettings":{"Networks":{"shop":{},"extra":{}}}}"""))
                .containsExactly("docker", "run", "-i", "-t", "--name", "web", "--hostname", "front", "--rm",
                        "--restart", "on-failure:3", "--stop-signal", "SIGTERM", "--init", "-u", "0:0", "-w", "/tmp",
                        "-e", "V=2", "-e", "MSG=it's a test", "-l", "team=a", "-v", "/src:/www:ro", "-v", "/more",
                        "--mount", "type=volume,\"source=my,data\",target=/var,readonly", "--tmpfs", "/run:size=1m",
                        "-p", "127.0.0.1:8080:80", "-p", "[::1]::80", "-p", "53:53/udp", "--expose", "81", "--network",
                        "shop", "--network", "extra", "--add-host", "db:10.0.0.1", "--privileged", "--cap-add",
                        "NET_ADMIN", "--cap-drop", "ALL", "--device", "/dev/fuse:/dev/fuse:rwm", "--memory",
                        "268435456", "--cpus", "1.5", "--shm-size", "134217728", "--entrypoint", "/bin/sh",
                        "shop/web:2", "-c", "-v", "two words");
    }

    @Test
    void saysEverythingWhenTheImageIsGone() throws IOException {
        answers("GET /containers/web/json", """
                {"Id":"0123","Name":"/web","Image":"sha256:8",
                 "Config":{"Env":["V=1"],"Cmd":["serve"],"Image":"gone"},"HostConfig":{}}""");
        assertThat(new Containers(client).runCommand("web"))
                .containsExactly("docker", "run", "-d", "--name", "web", "-e", "V=1", "gone", "serve");
    }

    private List<String> commandOf(String container) throws IOException {
        answers("GET /containers/web/json", container);
        answers("GET /images/sha256%3A9/json", IMAGE);
        return new Containers(client).runCommand("web");
    }
}
