package cn.dandang.kit.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalDataTest {
    @TempDir
    private Path folder;

    private PersonalData service(String name) {
        return new PersonalData(new LocalKeyStore(folder.resolve("keys")), name);
    }

    record Contact(String phone, int floor) {}

    @Test
    void a_value_that_one_service_sealed_opens_in_another() {
        Sealed<String> name = service("assessment").seal("person:p1", "rec-1", "name", "张三");

        assertThat(name.toString()).doesNotContain("张三").doesNotContain(name.data());
        assertThat(service("tolerance").text(name)).isEqualTo("张三");
        assertThat(service("oversight").text(name.toText())).isEqualTo("张三");
    }

    @Test
    void a_text_about_several_persons_opens_until_one_of_them_is_erased() {
        for (String erased : List.of("person:p1", "person:p2", "person:p3")) {
            PersonalData personal = new PersonalData(new LocalKeyStore(folder.resolve(erased.replace(':', '-'))), "tolerance");
            Sealed<String> reason = personal.sealUnderAll(List.of("person:p1", "person:p2", "person:p3"), "link-1", "reason", "同一事件");
            assertThat(personal.text(reason)).isEqualTo("同一事件");
            personal.erase(erased);
            assertThat(personal.text(reason)).isEqualTo(Opened.ERASED);
        }
    }

    @Test
    void a_record_is_sealed_and_opened_as_what_it_is() {
        PersonalData personal = service("incentive");
        Sealed<Contact> sealed = personal.seal("person:p1", "rec-1", "contact", new Contact("010", 3));

        assertThat(personal.open(sealed, Contact.class)).isEqualTo(new Opened.Value<>(new Contact("010", 3)));
    }

    @Test
    void the_same_value_is_never_the_same_ciphertext() {
        PersonalData personal = service("assessment");
        assertThat(personal.seal("person:p1", "r", "f", "x").data()).isNotEqualTo(personal.seal("person:p1", "r", "f", "x").data());
    }

    @Test
    void a_value_that_was_moved_or_changed_does_not_open() {
        PersonalData personal = service("assessment");
        Sealed<String> name = personal.seal("person:p1", "rec-1", "name", "张三");
        personal.seal("person:p2", "rec-1", "name", "李四");
        String changed = (name.data().charAt(0) == 'A' ? 'B' : 'A') + name.data().substring(1);

        for (Sealed<String> other : List.of(
                new Sealed<String>(name.key(), "rec-2", name.path(), name.nonce(), name.data()),
                new Sealed<String>(name.key(), name.seal(), "title", name.nonce(), name.data()),
                new Sealed<String>("person:p2", name.seal(), name.path(), name.nonce(), name.data()),
                // the border between record and path is part of what is bound
                new Sealed<String>(name.key(), "rec-1n", "ame", name.nonce(), name.data()),
                new Sealed<String>(name.key(), name.seal(), name.path(), name.nonce(), changed))) {
            assertThatThrownBy(() -> personal.text(other)).as(other.toString()).isInstanceOf(IllegalStateException.class).hasMessageContaining("does not open");
        }
    }

    @Test
    void an_erased_key_opens_as_deleted_by_law_everywhere_and_is_never_made_again() {
        PersonalData one = service("assessment");
        PersonalData other = service("tolerance");
        Sealed<String> name = one.seal("person:p1", "rec-1", "name", "张三");
        assertThat(other.text(name)).isEqualTo("张三");

        one.erase("person:p1");
        one.erase("person:p1");
        assertThat(other.text(name)).isEqualTo("已依法删除");
        assertThat(other.open(name)).isEqualTo(new Opened.Erased<String>());
        assertThatThrownBy(() -> other.seal("person:p1", "rec-2", "name", "x")).isInstanceOf(KeyErasedException.class);
        assertThat(service("oversight").text(name)).isEqualTo("已依法删除");
    }

    @Test
    void a_key_that_was_never_made_and_never_erased_is_a_fault_and_not_an_erasure() {
        Sealed<String> stray = new Sealed<>("person:stranger", "r", "f", "bm9uY2Vub25jZTEy", "ZGF0YQ==");
        assertThatThrownBy(() -> service("assessment").text(stray)).isInstanceOf(IllegalStateException.class).hasMessageContaining("neither");
    }

    @Test
    void only_clarification_touches_the_keys_of_reporters() {
        Sealed<String> reporter = service("clarification").seal("reporter:x", "rec-1", "name", "王五");

        assertThat(service("clarification").text(reporter)).isEqualTo("王五");
        for (String service : List.of("assessment", "tolerance", "incentive", "oversight")) {
            assertThatThrownBy(() -> service(service).text(reporter)).isInstanceOf(SecurityException.class);
            assertThatThrownBy(() -> service(service).seal("reporter:x", "r", "f", "x")).isInstanceOf(SecurityException.class);
            assertThatThrownBy(() -> service(service).commit("reporter:x")).isInstanceOf(SecurityException.class);
            assertThatThrownBy(() -> service(service).erase("reporter:x")).isInstanceOf(SecurityException.class);
        }
        assertThatThrownBy(() -> service("assessment").seal("unit:1", "r", "f", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_commitment_is_the_digest_of_the_key_and_stays_the_same() throws Exception {
        LocalKeyStore keys = new LocalKeyStore(folder.resolve("keys"));
        KeyStore.Held held = keys.getOrCreate("person:p1");

        assertThat(held.made()).isTrue();
        assertThat(held.commitment()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(held.key().getEncoded())));
        assertThat(service("tolerance").commit("person:p1")).isEqualTo(new KeyCommitment("person:p1", held.commitment(), false));
    }

    @Test
    void key_files_are_the_owners_only_wrapped_and_named_after_nobody() throws Exception {
        KeyStore.Held held = new LocalKeyStore(folder.resolve("keys")).getOrCreate("person:p1");

        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder.resolve("keys"))) {
            found.filter(file -> file.toString().endsWith(".key")).forEach(files::add);
        }
        assertThat(files).hasSize(2);
        for (Path file : files) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(file.getFileName().toString()).doesNotContain("p1");
            byte[] content = Files.readAllBytes(file);
            assertThat(new String(content, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain(java.util.Base64.getEncoder().encodeToString(held.key().getEncoded()))
                    .doesNotContain(new String(held.key().getEncoded(), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void of_many_that_ask_for_a_missing_key_at_once_one_makes_it() throws Exception {
        int many = 8;
        CyclicBarrier start = new CyclicBarrier(many);
        List<Future<KeyStore.Held>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            for (int i = 0; i < many; i++) {
                asked.add(threads.submit(() -> {
                    start.await();
                    // each with a store of its own, as processes have
                    return new LocalKeyStore(folder.resolve("keys")).getOrCreate("person:p1");
                }));
            }
        }
        List<KeyStore.Held> held = new ArrayList<>();
        for (Future<KeyStore.Held> one : asked) {
            held.add(one.get());
        }
        assertThat(held).extracting(KeyStore.Held::commitment).containsOnly(held.getFirst().commitment());
        assertThat(Set.copyOf(held.stream().filter(KeyStore.Held::made).toList())).hasSize(1);
    }
}
