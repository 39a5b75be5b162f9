// What is taken out of a text, and what must stay.
package dev.wherry.engine.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final String SECRET = "s3cr3tHunter2";
    private static final Path HOME = Path.of("/Users/Zoë's \"home\", sweet");

    private final Identity identity = new Identity(Map.of(HOME, "~", Path.of("/opt/wh"), "$WHERRY_HOME"), "zoe-l",
            "Anvil.example.net");

    private String redacted(String text) {
        Redaction redaction = new Redaction(identity);
        return text.lines().map(redaction::of).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "password: s3cr3tHunter2",
            "password: of several s3cr3tHunter2 words, and: signs",
            "registry-password: \"with s3cr3tHunter2 \\\" blanks\"",
            "registry-password: 'it''s s3cr3tHunter2'",
            "password: \"begun s3cr3tHunter2",
            "password: begun\n  and s3cr3tHunter2",
            "engine: {splunk-token: s3cr3tHunter2, x: 1}",
            "  {\"a\": 1, \"identityToken\": \"s3cr3tHunter2\", \"b\": 2}",
            "  \"auth\" : \"s3cr3tHunter2\",",
            "{\"line\": \"{\\\"apiKey\\\": \\\"s3cr3tHunter2\\\"}\"}",
            "auths:\n  https://registry:\n    x: s3cr3tHunter2",
            "\"auths\": {\n  \"registry\": {\n    \"x\": \"s3cr3tHunter2\"\n  }\n}",
            "secret: |\n  first\n\n  s3cr3tHunter2\nmemory: 2GiB",
            "tokens:\n- s3cr3tHunter2\n- s3cr3tHunter2",
            "tokens = [\n  s3cr3tHunter2\n]",
            "MY_API_TOKEN=s3cr3tHunter2 HOME=x",
            "MYPASSWORD=s3cr3tHunter2",
            "export AWS_SECRET_ACCESS_KEY='two s3cr3tHunter2'",
            "SECRET=ab\"cs3cr3tHunter2",
            "docker run -e \"TOKEN=s3cr3tHunter2\" busybox",
            "docker run -e DB_PASSWORD='it'\\''s s3cr3tHunter2' busybox",
            "docker login --password s3cr3tHunter2 registry",
            "docker login --password=s3cr3tHunter2 registry",
            "docker login --password 'two s3cr3tHunter2' registry",
            "[\"docker\", \"login\", \"--password\", \"s3cr3tHunter2\"]",
            "Authorization: Bearer s3cr3tHunter2",
            "> authorization: Basic s3cr3tHunter2==",
            "curl sent Bearer s3cr3tHunter2 to it",
            "proxy http://user:s3cr3tHunter2@proxy:3128/",
            "proxy http://user:s3cr3tHunter2/@/x@proxy:3128",
            "git clone https://s3cr3tHunter2@host/x.git",
            "GET /v1?access_token=s3cr3tHunter2&x=1",
            "name=opt/dev.wherry/authorized-key,string=ssh-ed25519 AAAAs3cr3tHunter2 wherry",
            "-----BEGIN OPENSSH PRIVATE KEY-----\ns3cr3tHunter2\n-----END OPENSSH PRIVATE KEY-----",
            "x: -----BEGIN PRIVATE KEY-----s3cr3tHunter2-----END PRIVATE KEY----- y",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4\n\ns3cr3tHunter2",
            "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAs3cr3tHunter2AAAA"})
    void secretsAreTakenOut(String text) {
        assertThat(text).contains(SECRET);
        assertThat(redacted(text)).doesNotContain(SECRET).contains("<removed>");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "a token bucket limits the rate",
            "monkey: 3",
            "author: Bob",
            "keyboard: de",
            "memory: 2GiB",
            "2026-11-23 23:56:57.127 INFO  Machine - Booting Linux",
            "http://host:8080/path@v2",
            "https://index.docker.io/v1/",
            "unix:///run/wherry/docker.sock",
            "[    0.81] Key type dns_resolver registered",
            "Basic authentication failed",
            "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "  \"stage\" : null, \"fraction\" : 0.5",
            "accelerator: auto # not kvm",
            "mail bob@example.com",
            "/Users/Zoë's \"home\", sweetheart/x",
            "anvils and zoe-lina"})
    void everythingElseStays(String text) {
        assertThat(redacted(text)).isEqualTo(text);
    }

    @Test
    void whatComesAfterASecretStays() {
        assertThat(redacted("{\"token\": \"abc\", \"b\": 2}")).isEqualTo("{\"token\": <removed>, \"b\": 2}");
        assertThat(redacted("secret: |\n  a\nmemory: 2GiB")).endsWith("memory: 2GiB");
        assertThat(redacted("-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\nnext")).endsWith("next");
        assertThat(redacted("run --password abc --name web")).endsWith("--name web");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "open /Users/Zoë's \"home\", sweet/.wherry",
            "\"/Users/Zoë's \\\"home\\\", sweet/.wherry\"",
            "\"/Users/Zo\\u00eb's \\\"home\\\", sweet/.wherry\"",
            "file:///Users/Zo%C3%AB's%20%22home%22,%20sweet/.wherry",
            "file:///Users/Zo%c3%ab%27s+%22home%22%2C+sweet/.wherry",
            "%2FUsers%2FZo%C3%AB%27s%20%22home%22%2C%20sweet%2F.wherry",
            "file=/Users/Zoë's \"home\",, sweet/disk.raw",
            "'/Users/Zoë'\\''s \"home\", sweet/.wherry'",
            "/Users/Zoe\u0308's \"home\", sweet",
            "/Users/Zo??'s \"home\", sweet/x",
            "/Users/Zo\uFFFD's \"home\", sweet/x"})
    void theHomeFolderIsTakenOutInWhateverWayItIsWritten(String text) {
        assertThat(redacted(text)).contains("~").doesNotContain("Users").doesNotContain("home").doesNotContain("sweet");
    }

    @Test
    void namesOfUserAndHostAreTakenOutAsWords() {
        assertThat(redacted("zoe-l@anvil: hello from ANVIL.example.net, zoe-l"))
                .isEqualTo("<user>@<host>: hello from <host>, <user>");
        assertThat(redacted("/opt/wh/data")).isEqualTo("$WHERRY_HOME/data");
    }

    @Test
    void aShortHomeFolderIsNoPartOfAnotherFolder() {
        Redaction redaction = new Redaction(new Identity(Map.of(Path.of("/root"), "~"), "root", "anvil"));
        assertThat(redaction.of("file=/root/x -L/image/root.img")).isEqualTo("file=~/x -L/image/root.img");
    }
}
