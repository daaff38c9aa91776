package cn.dandang.ledger.verify;

import static cn.dandang.ledger.verify.HandedOut.KEY;
import static cn.dandang.ledger.verify.HandedOut.line;
import static cn.dandang.ledger.verify.HandedOut.to;
import static cn.dandang.ledger.verify.HandedOut.verify;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.SigningKey;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.verify.HandedOut.Part;
import cn.dandang.ledger.verify.HandedOut.Told;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a dishonest hand can do to a ledger, case by case: what finds it, and the first bad position that is named. */
class AbuseTest {

    private static final SigningKey WITNESS = SigningKey.generate("witness.audit.local/w1", VerifierKey.Type.COSIGNATURE);

    @TempDir
    private Path folder;
    private HandedOut honest;

    @BeforeEach
    void handOut() {
        honest = HandedOut.grown(folder.resolve("honest"), KEY, to(20), to(40), to(60));
    }

    private static void assertBroken(Told told, long position, String zh, String en) {
        assertThat(told.text()).contains("核验失败：自位置 " + position + " 起不可信").contains("Verification failed: from position " + position + " on")
                .contains(zh).contains(en);
        assertThat(told.code()).isEqualTo(VerifierProgram.BROKEN);
    }

    @Test
    void nothing_was_done_to_it() {
        for (Path handedOut : List.of(honest.export(), honest.tiles())) {
            Told told = verify(handedOut, "--checkpoint", honest.keptFile(0, 1));
            assertThat(told.text()).contains("核验通过：60 条记录").contains("Verified: 60 records").contains("signed by " + KEY.verifier().idHex());
            assertThat(told.code()).isEqualTo(VerifierProgram.VERIFIED);
        }
    }

    @TestFactory
    Stream<DynamicTest> one_changed_byte() {
        record Case(String what, UnaryOperator<String> change) {
        }
        return Stream.of(
                new Case("payload", text -> text.replace("\"n\":33", "\"n\":34")),
                new Case("metadata", text -> text.replace("\"office\":\"o-1\"", "\"office\":\"o-2\"")),
                new Case("type", text -> text.replace("thing.happened.v1", "thing.happened.v2")),
                new Case("actor", text -> text.replace("\"person\":\"p-5\"", "\"person\":\"p-6\"")),
                new Case("time", text -> {
                    // the last byte of recordedAt, which is followed by the length of the once key
                    int at = text.indexOf("thing.happened.v1") + "thing.happened.v1".length() + 8 + 4 + 7;
                    return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
                })).map(abuse -> DynamicTest.dynamicTest(abuse.what(), () -> {
                    HandedOut touched = HandedOut.grown(folder.resolve(abuse.what()), KEY, to(20), to(40), to(60));
                    touched.change(33, abuse.change(), false);
                    assertBroken(verify(touched.export()), 33, "叶哈希", "leaf hash");
                    touched = HandedOut.grown(folder.resolve(abuse.what() + "-leaf"), KEY, to(20), to(40), to(60));
                    touched.change(33, abuse.change(), true);
                    assertThat(verify(touched.export())).satisfiesAnyOf(
                            told -> assertBroken(told, 30, "树根与其记录不符", "root of the batch of positions 30–34"),
                            told -> assertBroken(told, 33, "列", "the column"));

                    HandedOut tiled = HandedOut.grown(folder.resolve(abuse.what() + "-tiles"), KEY, to(60));
                    Path bundle = tiled.tiles().resolve("tile/entries/000.p/60");
                    changeIn(bundle, "id-33", abuse.change());
                    assertBroken(verify(tiled.tiles()), 33, "瓦片", "the leaf hash in the tile");
                }));
    }

    /** Changes the record of a bundle that begins with this id. */
    private static void changeIn(Path bundle, String id, UnaryOperator<String> change) throws Exception {
        String all = new String(Files.readAllBytes(bundle), java.nio.charset.StandardCharsets.ISO_8859_1);
        int begin = all.indexOf("\1\0\0\0\5" + id);
        int end = all.indexOf("\1\0\0\0\5id-34");
        String changed = all.substring(0, begin) + change.apply(all.substring(begin, end)) + all.substring(end);
        assertThat(changed).hasSameSizeAs(all).isNotEqualTo(all);
        Files.write(bundle, changed.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_record_is_deleted() throws Exception {
        honest.touch(lines -> lines.remove(line(33)));
        assertBroken(verify(honest.export()), 33, "应为位置 33", "position 33 should follow");
    }

    @Test
    void a_record_is_inserted() throws Exception {
        honest.touch(lines -> lines.add(line(33), lines.get(line(7))));
        assertBroken(verify(honest.export()), 33, "应为位置 33", "position 33 should follow");
    }

    @Test
    void a_record_is_inserted_with_a_position_of_its_own() throws Exception {
        honest.touch(lines -> lines.set(line(33), lines.get(line(7)).replace("\"position\":7,", "\"position\":33,")));
        assertBroken(verify(honest.export()), 33, "与位置 7 的记录重复", "the id id-7 is that of the record at position 7");
    }

    @Test
    void two_records_are_swapped() throws Exception {
        honest.touch(lines -> Collections.swap(lines, line(32), line(33)));
        assertBroken(verify(honest.export()), 32, "应为位置 32", "position 32 should follow");
    }

    @Test
    void two_records_are_swapped_with_their_positions() throws Exception {
        honest.touch(lines -> {
            Collections.swap(lines, line(32), line(33));
            lines.set(line(32), lines.get(line(32)).replace("\"position\":33,", "\"position\":32,"));
            lines.set(line(33), lines.get(line(33)).replace("\"position\":32,", "\"position\":33,"));
        });
        assertBroken(verify(honest.export()), 32, "应为版本 2", "should go on with version 2");
    }

    @Test
    void a_record_is_duplicated() throws Exception {
        honest.touch(lines -> lines.add(line(33), lines.get(line(33))));
        assertBroken(verify(honest.export()), 34, "应为位置 34", "position 34 should follow");
    }

    @Test
    void records_of_a_tile_log_are_swapped_deleted_and_exchanged() throws Exception {
        Path bundle = honest.tiles().resolve("tile/entries/000.p/60");
        byte[] whole = Files.readAllBytes(bundle);
        Files.write(bundle, java.util.Arrays.copyOf(whole, whole.length - 20));
        assertBroken(verify(honest.tiles()), 59, "记录包不完整", "cut short");
        Files.delete(bundle);
        assertBroken(verify(honest.tiles()), 0, "缺少", "is missing");
        Files.write(bundle, whole);
        Path tile = honest.tiles().resolve("tile/0/000.p/60");
        byte[] hashes = Files.readAllBytes(tile);
        hashes[32 * 33] ^= 1;
        Files.write(tile, hashes);
        assertBroken(verify(honest.tiles()), 33, "叶哈希", "leaf hash");
    }

    @Test
    void the_tail_is_cut_off_and_the_rest_made_to_agree() throws Exception {
        HandedOut cut = HandedOut.grown(folder.resolve("cut"), KEY, to(20), to(40));
        assertThat(verify(cut.export()).code()).as("by itself it is a ledger like any other").isEqualTo(VerifierProgram.VERIFIED);
        assertBroken(verify(cut.export(), "--checkpoint", honest.keptFile(2)), 40, "最新的记录被截去", "the newest were cut off");
        assertBroken(verify(cut.tiles(), "--checkpoint", honest.keptFile(2)), 40, "最新的记录被截去", "the newest were cut off");
        honest.touch(lines -> lines.subList(line(40), lines.size()).clear());
        assertBroken(verify(honest.export()), 40, "缺少结尾行", "its last line is missing");
    }

    @Test
    void what_a_witness_saw_shows_that_the_tail_is_cut_off() throws Exception {
        SignedNote seen = honest.kept(2).with(List.of(WITNESS.cosign(Checkpoint.parse(honest.kept(2).text()), Instant.parse("2026-11-20T10:00:00Z"))));
        Path ofWitness = Files.writeString(folder.resolve("of-witness"), seen.toString());
        Told whole = verify(honest.tiles(), "--witness", WITNESS.verifier(), "--checkpoint", ofWitness);
        assertThat(whole.text()).contains("Witness         60  witness.audit.local/w1  于 at 2026-11-20T10:00:00Z");
        assertThat(whole.code()).isEqualTo(VerifierProgram.VERIFIED);
        HandedOut cut = HandedOut.grown(folder.resolve("cut"), KEY, to(40));
        assertBroken(verify(cut.tiles(), "--witness", WITNESS.verifier(), "--checkpoint", ofWitness), 40, "最新的记录被截去", "the newest were cut off");
        Told without = verify(cut.tiles(), "--witness", WITNESS.verifier());
        assertThat(without.text()).contains("没有见证").contains("There is no cosignature by the witness witness.audit.local/w1");
        assertThat(without.code()).isEqualTo(VerifierProgram.NOT_PROVEN);
    }

    @Test
    void two_appenders_fork_it() {
        HandedOut fork = HandedOut.grown(folder.resolve("fork"), KEY, to(20), new Part(60, "另"));
        assertThat(verify(fork.export()).code()).isEqualTo(VerifierProgram.VERIFIED);
        for (Path handedOut : List.of(fork.export(), fork.tiles())) {
            assertBroken(verify(handedOut, "--checkpoint", honest.keptFile(0, 1)), 20, "前 40 条记录已不是", "the first 40 records are not those");
        }
        assertBroken(verify(fork.export(), "--checkpoint", honest.keptFile(1)), 0, "前 40 条记录已不是", "the first 40 records are not those");
    }

    @Test
    void it_is_signed_with_another_key() throws Exception {
        SigningKey stolen = SigningKey.generate(HandedOut.ORIGIN, VerifierKey.Type.NOTE);
        HandedOut forged = HandedOut.grown(folder.resolve("forged"), stolen, to(20), new Part(60, "伪"));
        Told told = verify(forged.export());
        assertThat(told.text()).contains("没有所给公钥的有效签名").contains("is not signed by a key that was given").contains("没有可采信的检查点");
        assertThat(told.code()).isEqualTo(VerifierProgram.NOT_PROVEN);
        assertThat(verify(forged.tiles()).code()).isEqualTo(VerifierProgram.NOT_PROVEN);
        assertBroken(verify(forged.tiles(), "--checkpoint", honest.keptFile(0, 2)), 20, "前 60 条记录已不是", "the first 60 records are not those");

        // the right key's name and id over the signature of another
        SignedNote claimed = new SignedNote(forged.kept(1).text(), List.of(new SignedNote.Line(HandedOut.ORIGIN, KEY.verifier().id(),
                forged.kept(1).lines().getFirst().signature())));
        Files.writeString(Path.of(forged.export() + ".checkpoint"), claimed.toString());
        assertThat(verify(forged.export()).text()).contains("claims to be by");
    }

    @Test
    void a_whole_batch_is_replaced_by_a_well_formed_other_one() {
        HandedOut replaced = HandedOut.grown(folder.resolve("replaced"), KEY, to(20), to(25), new Part(30, "换"), to(40), to(60));
        assertThat(verify(replaced.export()).code()).as("signed by whoever holds the key").isEqualTo(VerifierProgram.VERIFIED);
        for (Path handedOut : List.of(replaced.export(), replaced.tiles())) {
            assertBroken(verify(handedOut, "--checkpoint", honest.keptFile(0, 1)), 20, "（前 20 条仍是）", "(the first 20 still are)");
        }
    }

    @Test
    void a_batch_is_replaced_and_nothing_else_made_to_agree() throws Exception {
        HandedOut other = HandedOut.grown(folder.resolve("other"), KEY, to(25), new Part(30, "换"));
        List<String> lines = Files.readAllLines(other.export());
        honest.touch(mine -> {
            for (int at = line(25); at <= line(29) + 1; at++) {
                mine.set(at, lines.get(at));
            }
        });
        assertBroken(verify(honest.export()), 30, "树根", "the root of the batch of positions 30–34");
        assertBroken(verify(honest.export(), "--checkpoint", honest.keptFile(0, 1)), 30, "树根", "the root of the batch of positions 30–34");
    }

    @Test
    void what_cannot_be_read_is_said_to_be_so() throws Exception {
        assertThat(verify(folder.resolve("absent")).code()).isEqualTo(VerifierProgram.UNREADABLE);
        assertThat(verify(Files.createDirectories(folder.resolve("empty"))).code()).isEqualTo(VerifierProgram.UNREADABLE);
        assertThat(verify(honest.export(), "--witness", "nonsense").code()).isEqualTo(VerifierProgram.USAGE);
        assertThat(verify(honest.export(), "--colour", "red").code()).isEqualTo(VerifierProgram.USAGE);
    }
}
