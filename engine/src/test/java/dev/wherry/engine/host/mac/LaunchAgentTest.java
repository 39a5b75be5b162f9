// Starting at login on a Mac.
package dev.wherry.engine.host.mac;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import dev.wherry.engine.host.AutostartContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LaunchAgentTest extends AutostartContract {

    @TempDir
    private Path home;

    @Override
    protected LaunchAgent autostart() {
        return LaunchAgent.of(home);
    }

    @Override
    protected String entry() throws IOException {
        return Files.exists(file()) ? Files.readString(file()) : "";
    }

    private Path file() {
        return home.resolve("Library/LaunchAgents/dev.wherry.app.plist");
    }

    @Test
    void itIsAPropertyListThatLaunchdRunsAtLogin() throws Exception {
        autostart().enable(List.of("/Applications/Wherry.app/Contents/MacOS/Wherry", "--hidden"));
        assertThat(strings("/plist/dict/key[.='Label']/following-sibling::*[1]")).containsExactly("dev.wherry.app");
        assertThat(strings("/plist/dict/key[.='ProgramArguments']/following-sibling::*[1]/string"))
                .containsExactly("/Applications/Wherry.app/Contents/MacOS/Wherry", "--hidden");
        assertThat(entry()).containsPattern("<key>RunAtLoad</key>\\s+<true/>");
    }

    @Test
    void oddPathsArriveWhole() throws Exception {
        List<String> command = List.of("/Users/Zoë & Søn/<\"apps\">/it's ]]> %s $HOME/Wherry", "a&amp;b", "--hidden");
        autostart().enable(command);
        assertThat(strings("/plist/dict/array/string")).isEqualTo(command);
        autostart().refresh(command);
        assertThat(strings("/plist/dict/array/string")).isEqualTo(command);
    }

    @Test
    void whatTheUserHasDisabledIsOffAndStaysSo() throws IOException {
        autostart().enable(List.of("/Applications/Wherry"));
        Files.writeString(file(), entry().replace("<dict>", "<dict>\n<key>Disabled</key>\n<true/>"));
        assertThat(autostart().enabled()).isFalse();
        autostart().refresh(List.of("/elsewhere/Wherry"));
        assertThat(autostart().enabled()).isFalse();
    }

    @Test
    void theFolderOfAllAgentsStaysAsOpenAsItIs() throws IOException {
        Path folder = Files.createDirectories(file().getParent());
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        autostart().enable(List.of("/Applications/Wherry"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwxr-xr-x");
    }

    private List<String> strings(String path) throws Exception {
        NodeList found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document(),
                XPathConstants.NODESET);
        return IntStream.range(0, found.getLength()).mapToObj(i -> found.item(i).getTextContent()).toList();
    }

    private Document document() throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        parser.setEntityResolver((publicId, systemId) -> new InputSource(new ByteArrayInputStream(new byte[0])));
        return parser.parse(new ByteArrayInputStream(entry().getBytes(StandardCharsets.UTF_8)));
    }
}
