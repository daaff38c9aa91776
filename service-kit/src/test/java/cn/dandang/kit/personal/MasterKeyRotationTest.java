package cn.dandang.kit.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyRotationTest {
    @TempDir
    private Path folder;

    private LocalKeyStore store() {
        return new LocalKeyStore(folder.resolve("keys"));
    }

    private static PersonalData service(KeyStore keys) {
        return new PersonalData(keys, "clarification");
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void every_value_opens_after_a_rotation_and_none_was_written_again() throws IOException {
        LocalKeyStore keys = store();
        LocalKeyStore ofAnotherProcess = store();
        List<Sealed<String>> sealed = IntStream.range(0, 20).mapToObj(n -> service(keys).seal((n % 2 == 0 ? "person:" : "reporter:") + n, "r" + n, "name", "值" + n)).toList();
        byte[] before = Files.readAllBytes(folder.resolve("keys/master.key"));
        String commitment = keys.commitment("person:0").orElseThrow();

        assertThat(keys.rotateMasterKey()).isEqualTo(20);

        for (KeyStore store : List.of(keys, ofAnotherProcess, store())) {
            for (int n = 0; n < 20; n++) {
                assertThat(service(store).text(sealed.get(n))).isEqualTo("值" + n);
            }
        }
        assertThat(keys.commitment("person:0")).contains(commitment);
        for (Path file : files(folder.resolve("keys"))) {
            assertThat(Files.readAllBytes(file)).as(file.toString()).isNotEqualTo(before);
        }
        assertThat(folder.resolve("keys/master.key")).doesNotExist();
        assertThat(keys.rotateMasterKey()).isEqualTo(20);
        assertThat(service(ofAnotherProcess).text(sealed.get(3))).isEqualTo("值3");
    }

    @Test
    void a_copy_of_the_wrapped_keys_from_before_is_worth_nothing_once_the_old_master_key_is_destroyed() throws IOException {
        Sealed<String> name = service(store()).seal("person:1", "r", "name", "张三");
        copy(folder.resolve("keys/person"), folder.resolve("copy/person"));
        store().rotateMasterKey();
        Files.createDirectories(folder.resolve("copy"));
        for (Path master : files(folder.resolve("keys")).stream().filter(file -> file.getFileName().toString().startsWith("master")).toList()) {
            Files.copy(master, folder.resolve("copy").resolve(master.getFileName()));
        }
        LocalKeyStore restored = new LocalKeyStore(folder.resolve("copy"));
        assertThatThrownBy(() -> service(restored).text(name)).isInstanceOf(IllegalStateException.class).hasMessageContaining("master key 0");
    }

    @Test
    void a_rotation_that_was_cut_off_hinders_nobody_and_is_finished_by_the_next() throws IOException {
        LocalKeyStore keys = store();
        Sealed<String> one = service(keys).seal("person:1", "r", "name", "一");
        Sealed<String> two = service(keys).seal("person:2", "r", "name", "二");
        copy(folder.resolve("keys"), folder.resolve("before"));
        keys.rotateMasterKey();
        // as it stands after a crash between two keys: both master keys are there, one key is under each
        Path stale = files(folder.resolve("before/person")).getFirst();
        Files.copy(stale, folder.resolve("keys/person").resolve(stale.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(folder.resolve("before/master.key"), folder.resolve("keys/master.key"));
        Files.write(folder.resolve("keys/person/.new77"), new byte[] {1});

        assertThat(service(store()).text(one) + service(store()).text(two)).isEqualTo("一二");
        assertThat(store().rotateMasterKey()).isEqualTo(2);
        assertThat(service(store()).text(one) + service(store()).text(two)).isEqualTo("一二");
        assertThat(files(folder.resolve("keys")).stream().map(file -> file.getFileName().toString()).filter(name -> name.startsWith("master") || name.startsWith(".new"))).containsExactly("master-2.key");
    }

    @Test
    void who_reads_and_makes_keys_during_rotations_notices_nothing() throws Exception {
        LocalKeyStore keys = store();
        Sealed<String> name = service(keys).seal("person:1", "r", "name", "张三");
        CountDownLatch rotated = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> readers = Stream.of(1, 2).map(reader -> threads.submit(() -> {
                LocalKeyStore own = store();
                int read = 0;
                do {
                    assertThat(service(own).text(name)).isEqualTo("张三");
                    Sealed<String> fresh = service(own).seal("person:" + reader + "-" + read, "r", "name", "新");
                    assertThat(service(own).text(fresh)).isEqualTo("新");
                    read++;
                } while (rotated.getCount() > 0);
                return read;
            })).toList();
            for (int round = 0; round < 10; round++) {
                keys.rotateMasterKey();
            }
            rotated.countDown();
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
    }

    @Test
    void nothing_of_an_erased_key_is_left_in_the_folder_not_even_what_a_crash_left_half_written() throws IOException {
        LocalKeyStore keys = store();
        byte[] key = keys.getOrCreate("person:1").key().getEncoded();
        Path file = files(folder.resolve("keys/person")).getFirst();
        byte[] wrapped = Files.readAllBytes(file);
        Files.copy(file, file.resolveSibling(".new123"));

        keys.erase("person:1");

        String text = new String(wrapped, StandardCharsets.UTF_8);
        String wrappedKey = text.replaceAll(".*\"wrapped\":\"([^\"]+)\".*", "$1");
        assertThat(wrappedKey).isNotEqualTo(text);
        for (Path left : files(folder.resolve("keys"))) {
            String content = new String(Files.readAllBytes(left), StandardCharsets.ISO_8859_1);
            assertThat(content).as(left.toString()).doesNotContain(new String(key, StandardCharsets.ISO_8859_1), Base64.getEncoder().encodeToString(key), wrappedKey,
                    new String(Arrays.copyOf(key, 16), StandardCharsets.ISO_8859_1));
        }
        assertThat(keys.erased("person:1")).isTrue();
        keys.rotateMasterKey();
        assertThat(store().erased("person:1")).isTrue();
    }
}
