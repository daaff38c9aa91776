package cn.dandang.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path place;

    @Test
    void a_fresh_folder_is_made_and_recognised_again() {
        DataFolder folder = new DataFolder(place.resolve("var"));
        folder.prepare();
        folder.prepare();
        assertThat(folder.data()).isDirectory();
        assertThat(folder.log()).isDirectory();
    }

    @Test
    void a_file_or_a_folder_with_other_peoples_files_is_refused() throws Exception {
        Path file = Files.writeString(place.resolve("file"), "x");
        assertRefused(ExitCode.DATA_BROKEN, () -> new DataFolder(file).prepare());
        Path home = Files.createDirectory(place.resolve("home"));
        Files.writeString(home.resolve("letter.txt"), "dear");
        assertRefused(ExitCode.DATA_BROKEN, () -> new DataFolder(home).prepare());
        assertThat(home.resolve("letter.txt")).exists();
    }

    @Test
    void a_folder_of_an_unknown_layout_is_refused() throws Exception {
        DataFolder folder = new DataFolder(place.resolve("var"));
        folder.prepare();
        Files.writeString(folder.root().resolve(".dandang"), "99\n");
        assertRefused(ExitCode.DATA_BROKEN, folder::prepare);
    }

    @Test
    void too_little_room_is_refused() {
        System.setProperty("dandang.least-free-mib", Long.toString(Long.MAX_VALUE / (1024 * 1024)));
        try {
            assertRefused(ExitCode.DISK_FULL, () -> new DataFolder(place.resolve("var")).prepare());
        } finally {
            System.clearProperty("dandang.least-free-mib");
        }
    }

    @Test
    void only_one_holds_the_folder_at_a_time() {
        DataFolder folder = new DataFolder(place.resolve("var"));
        folder.prepare();
        assertThat(folder.inUse()).isFalse();
        try (DataFolder.Lock held = folder.lock()) {
            assertThat(held.channel().isOpen()).isTrue();
            assertThat(folder.inUse()).isTrue();
            assertRefused(ExitCode.DATA_IN_USE, folder::lock);
        }
        assertThat(folder.inUse()).isFalse();
    }

    @Test
    void the_password_is_made_once_for_each_folder_and_readable_by_its_owner_only() throws Exception {
        DataFolder folder = new DataFolder(place.resolve("one"));
        String password = folder.password();
        assertThat(password).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
        assertThat(new DataFolder(place.resolve("one")).password()).isEqualTo(password);
        assertThat(new DataFolder(place.resolve("two")).password()).isNotEqualTo(password);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.data().resolve("local-password")))).isEqualTo("rw-------");
    }

    private static void assertRefused(ExitCode code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(StackFailure.class, failure -> assertThat(failure.code()).isEqualTo(code))
                .message().satisfies(text -> assertThat(text.split("\n")).hasSize(2));
    }
}
