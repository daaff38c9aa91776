package cn.dandang.ledger.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Hashes and roots against those that others published. */
class TreeVectorsTest {

    /** Leaves of the reference tree that the published proofs are over. */
    private static final List<byte[]> REFERENCE_LEAVES = Stream.of("", "00", "10", "2021", "3031", "40414243",
            "5051525354555657", "606162636465666768696a6b6c6d6e6f").map(HexFormat.of()::parseHex).toList();

    @Test
    void hashes_are_those_of_rfc_6962() {
        assertThat(hex(Rfc6962.emptyRoot())).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex(Rfc6962.leafHash(new byte[0]))).startsWith("6e340b9c");
        assertThat(hex(Rfc6962.leafHash("L123456".getBytes(UTF_8)))).startsWith("395aa064");
        assertThat(hex(Rfc6962.nodeHash("N123".getBytes(UTF_8), "N456".getBytes(UTF_8)))).startsWith("aa217fe8");
    }

    @TestFactory
    Stream<DynamicTest> roots_are_those_of_the_published_consistency_proofs() {
        return IntStream.range(0, 5).mapToObj(i -> DynamicTest.dynamicTest("consistency/" + i, () -> {
            String json = text("rfc6962/consistency/" + i + "/happy-path.json");
            assertThat(rootOfReference(number(json, "size1"))).isEqualTo(base64(json, "root1"));
            assertThat(rootOfReference(number(json, "size2"))).isEqualTo(base64(json, "root2"));
        }));
    }

    @TestFactory
    Stream<DynamicTest> roots_and_leaves_are_those_of_the_published_inclusion_proofs() {
        return IntStream.range(1, 5).mapToObj(i -> DynamicTest.dynamicTest("inclusion/" + i, () -> {
            String json = text("rfc6962/inclusion/" + i + "/happy-path.json");
            assertThat(rootOfReference(number(json, "treeSize"))).isEqualTo(base64(json, "root"));
            assertThat(Rfc6962.leafHash(REFERENCE_LEAVES.get(number(json, "leafIdx")))).isEqualTo(base64(json, "leafHash"));
        }));
    }

    @TestFactory
    Stream<DynamicTest> roots_are_those_of_a_published_tile_log() throws IOException {
        List<byte[]> leaves = new ArrayList<>();
        ByteBuffer entries = ByteBuffer.wrap(bytes("tlog/log/tile/entries/000.p/15"));
        while (entries.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(entries.getShort())];
            entries.get(entry);
            leaves.add(Rfc6962.leafHash(entry));
        }
        assertThat(leaves).hasSize(15);
        return IntStream.rangeClosed(0, 15).mapToObj(size -> DynamicTest.dynamicTest("checkpoint." + size, () -> {
            String[] lines = text("tlog/log/checkpoint." + size).split("\n");
            assertThat(lines[1]).isEqualTo(String.valueOf(size));
            assertThat(CompactRange.empty().appendAll(leaves.subList(0, size)).root())
                    .isEqualTo(Base64.getDecoder().decode(lines[2]));
        }));
    }

    @Test
    void a_range_grown_leaf_by_leaf_is_the_tree_hashed_as_a_whole() {
        List<byte[]> leaves = IntStream.range(0, 300).mapToObj(i -> Rfc6962.leafHash(("leaf " + i).getBytes(UTF_8))).toList();
        CompactRange range = CompactRange.empty();
        for (int size = 0; size <= leaves.size(); size++) {
            assertThat(range.root()).isEqualTo(wholeTree(leaves.subList(0, size)));
            assertThat(range.hashes()).hasSize(Integer.bitCount(size));
            assertThat(CompactRange.of(size, range.hashes())).isEqualTo(range);
            if (size < leaves.size()) {
                range = range.append(leaves.get(size));
            }
        }
    }

    @Test
    void a_range_with_the_wrong_number_of_hashes_is_refused() {
        byte[] hash = new byte[32];
        assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(3, List.of(hash)));
        assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(1, List.of(new byte[31])));
        assertThatIllegalArgumentException().isThrownBy(() -> CompactRange.of(-1, List.of()));
    }

    /** The definition in RFC 6962, section 2.1, as it stands there. */
    private static byte[] wholeTree(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Rfc6962.emptyRoot();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Rfc6962.nodeHash(wholeTree(leaves.subList(0, split)), wholeTree(leaves.subList(split, leaves.size())));
    }

    private static byte[] rootOfReference(int size) {
        return CompactRange.empty().appendAll(REFERENCE_LEAVES.subList(0, size).stream().map(Rfc6962::leafHash).toList()).root();
    }

    private static int number(String json, String field) {
        return Integer.parseInt(match(json, field, "(\\d+)"));
    }

    private static byte[] base64(String json, String field) {
        return Base64.getDecoder().decode(match(json, field, "\"([^\"]*)\""));
    }

    private static String match(String json, String field, String value) {
        Matcher matcher = Pattern.compile("\"" + field + "\":\\s*" + value).matcher(json);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String text(String vector) throws IOException {
        return new String(bytes(vector), UTF_8);
    }

    private static byte[] bytes(String vector) throws IOException {
        try (InputStream in = TreeVectorsTest.class.getResourceAsStream("/vectors/" + vector)) {
            return Objects.requireNonNull(in, vector).readAllBytes();
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
