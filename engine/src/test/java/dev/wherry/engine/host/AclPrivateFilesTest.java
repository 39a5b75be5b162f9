// Files for the user alone on Windows: the same code before a file system in memory that has access lists.
package dev.wherry.engine.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AclPrivateFilesTest extends PrivateFilesContract {

    private final FileSystem windows = Jimfs.newFileSystem(
            Configuration.windows().toBuilder().setAttributeViews("basic", "owner", "acl").build());
    private final Path folder = windows.getPath("C:\\Users\\Zoë\\AppData\\Local\\Wherry");

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(folder);
    }

    @AfterEach
    void dropAll() throws IOException {
        windows.close();
    }

    @Override
    Path folder() {
        return folder;
    }

    @Override
    void open(Path path) throws IOException {
        AclEntry everyone = AclEntry.newBuilder().setType(AclEntryType.ALLOW)
                .setPrincipal(windows.getUserPrincipalLookupService().lookupPrincipalByName("Everyone"))
                .setPermissions(AclEntryPermission.READ_DATA).build();
        view(path).setAcl(Stream.concat(view(path).getAcl().stream(), Stream.of(everyone)).toList());
    }

    @Override
    boolean isUsersAlone(Path path) throws IOException {
        List<AclEntry> entries = view(path).getAcl();
        return entries.size() == 1 && entries.getFirst().type() == AclEntryType.ALLOW
                && entries.getFirst().principal().equals(Files.getOwner(path))
                && entries.getFirst().permissions().equals(Set.of(AclEntryPermission.values()));
    }

    @Test
    void whatIsMadeInAClosedFolderIsClosedAsWell() throws IOException {
        PrivateFiles.createDirectories(folder);
        assertThat(view(folder).getAcl().getFirst().flags())
                .containsExactlyInAnyOrder(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
    }

    private static AclFileAttributeView view(Path path) {
        return Objects.requireNonNull(Files.getFileAttributeView(path, AclFileAttributeView.class));
    }
}
