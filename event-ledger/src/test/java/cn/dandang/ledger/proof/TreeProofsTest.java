package cn.dandang.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.dandang.ledger.tree.CompactRange;
import cn.dandang.ledger.tree.Rfc6962;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is made is what the check accepts, and of every pair of sizes; every bit of it counts. */
class TreeProofsTest {

    private static final int SIZE = 70;
    private final List<byte[]> leaves = IntStream.range(0, SIZE).mapToObj(i -> Rfc6962.leafHash(("leaf " + i).getBytes(UTF_8))).toList();
    private final TreeProofs proofs = new TreeProofs((level, index) -> CompactRange.empty()
            .appendAll(leaves.subList((int) (index << level), (int) ((index + 1) << level))).root());

    @Test
    void roots_are_those_of_the_compact_range() {
        for (int size = 0; size <= SIZE; size++) {
            assertThat(proofs.root(size)).isEqualTo(CompactRange.empty().appendAll(leaves.subList(0, size)).root());
        }
    }

    @Test
    void every_inclusion_proof_is_accepted_at_its_position_and_nowhere_else() {
        for (int size = 1; size <= SIZE; size++) {
            byte[] root = proofs.root(size);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = proofs.inclusion(index, size);
                ProofCheck.inclusion(leaves.get(index), index, size, proof, root);
                int other = (index + 1) % size;
                int proofSize = size;
                if (other != index) {
                    byte[] leaf = leaves.get(index);
                    assertThatExceptionOfType(ProofRefusedException.class)
                            .isThrownBy(() -> ProofCheck.inclusion(leaf, other, proofSize, proof, root));
                }
            }
        }
    }

    @Test
    void every_consistency_proof_is_accepted() {
        for (int to = 1; to <= SIZE; to++) {
            for (int from = 1; from <= to; from++) {
                ProofCheck.consistency(from, proofs.root(from), to, proofs.root(to), proofs.consistency(from, to));
            }
        }
    }

    @Test
    void a_proof_with_any_bit_turned_is_refused() {
        List<byte[]> consistency = proofs.consistency(21, SIZE);
        List<byte[]> inclusion = proofs.inclusion(21, SIZE);
        for (int hash = 0; hash < Math.max(consistency.size(), inclusion.size()); hash++) {
            for (int bit = 0; bit < 256; bit += 37) {
                if (hash < consistency.size()) {
                    List<byte[]> turned = turned(consistency, hash, bit);
                    assertThatExceptionOfType(ProofRefusedException.class)
                            .isThrownBy(() -> ProofCheck.consistency(21, proofs.root(21), SIZE, proofs.root(SIZE), turned));
                }
                if (hash < inclusion.size()) {
                    List<byte[]> turned = turned(inclusion, hash, bit);
                    assertThatExceptionOfType(ProofRefusedException.class)
                            .isThrownBy(() -> ProofCheck.inclusion(leaves.get(21), 21, SIZE, turned, proofs.root(SIZE)));
                }
            }
        }
    }

    private static List<byte[]> turned(List<byte[]> proof, int hash, int bit) {
        List<byte[]> turned = new ArrayList<>(proof);
        byte[] other = proof.get(hash).clone();
        other[bit / 8] ^= (byte) (1 << bit % 8);
        turned.set(hash, other);
        return turned;
    }
}
