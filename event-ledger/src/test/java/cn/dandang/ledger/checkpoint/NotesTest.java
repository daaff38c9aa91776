package cn.dandang.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.checkpoint.NoteException.Kind;
import cn.dandang.ledger.tree.Rfc6962;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, keys, checkpoints and cosignatures in the forms of C2SP, against what others published. */
class NotesTest {

    private static final String EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String EXAMPLE = "This is an example message.\n\n"
            + "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    private static final VerifierKey LOG = VerifierKey.parse("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx");

    private final SigningKey ours = SigningKey.generate("dandang.local/x/tolerance", VerifierKey.Type.NOTE);
    private final SigningKey witness = SigningKey.generate("witness.local/w1", VerifierKey.Type.COSIGNATURE);
    private final Checkpoint checkpoint = Checkpoint.of("dandang.local/x/tolerance", new TreeHead(5, Rfc6962.leafHash(new byte[0])));

    private SignedNote signed() {
        return new SignedNote(checkpoint.text(), List.of(ours.sign(checkpoint.text())));
    }

    @Test
    void the_example_of_the_specification_verifies() {
        SignedNote note = SignedNote.parse(EXAMPLE.getBytes(UTF_8));
        VerifierKey key = VerifierKey.parse(EXAMPLE_KEY);
        assertThat(key).hasToString(EXAMPLE_KEY);
        assertThat(note.requireSigned(List.of(key))).containsExactly(key);
        assertThat(note).hasToString(EXAMPLE);
    }

    @TestFactory
    Stream<DynamicTest> the_checkpoints_of_a_published_tile_log_verify() {
        return IntStream.rangeClosed(0, 15).mapToObj(size -> DynamicTest.dynamicTest("checkpoint." + size, () -> {
            SignedNote note = SignedNote.parse(Files.readAllBytes(Path.of("src/test/resources/vectors/tlog/log/checkpoint." + size)));
            note.requireSigned(List.of(LOG));
            Checkpoint read = Checkpoint.parse(note.text());
            assertThat(read.origin()).isEqualTo("example.com/log/testdata");
            assertThat(read.head().size()).isEqualTo(size);
            assertThat(read.text()).isEqualTo(note.text());
        }));
    }

    @Test
    void what_is_signed_here_verifies_and_one_changed_letter_does_not() {
        SignedNote note = SignedNote.parse(signed().toString());
        assertThat(note.requireSigned(List.of(ours.verifier()))).containsExactly(ours.verifier());
        assertRefused(Kind.WRONG_SIGNATURE, () -> SignedNote.parse(signed().toString().replaceFirst("\n5\n", "\n6\n"))
                .requireSigned(List.of(ours.verifier())));
    }

    @Test
    void signatures_of_others_are_ignored_and_never_suffice() {
        SigningKey other = SigningKey.generate("dandang.local/x/tolerance", VerifierKey.Type.NOTE);
        SignedNote both = signed().with(List.of(other.sign(checkpoint.text())));
        assertThat(both.requireSigned(List.of(ours.verifier()))).containsExactly(ours.verifier());
        assertThat(both.requireSigned(List.of(ours.verifier(), other.verifier()))).hasSize(2);
        assertRefused(Kind.NOT_SIGNED, () -> signed().requireSigned(List.of(other.verifier())));
    }

    @Test
    void a_key_that_signs_under_another_name_is_another_key() {
        VerifierKey renamed = new VerifierKey("dandang.local/x/incentive", VerifierKey.Type.NOTE, ours.verifier().key());
        assertThat(renamed.id()).isNotEqualTo(ours.verifier().id());
        assertRefused(Kind.NOT_SIGNED, () -> signed().requireSigned(List.of(renamed)));
    }

    @Test
    void a_private_key_is_read_again_and_only_with_its_own_public_key() {
        SigningKey again = SigningKey.parse(ours.secret(), ours.verifier());
        assertThat(again.sign("x\n")).isEqualTo(ours.sign("x\n"));
        assertThat(ours.toString()).doesNotContain(ours.secret().substring(40));
        VerifierKey other = SigningKey.generate("dandang.local/x/tolerance", VerifierKey.Type.NOTE).verifier();
        assertRefused(Kind.MALFORMED, () -> SigningKey.parse(ours.secret(), other));
    }

    @Test
    void a_cosignature_carries_its_time_and_binds_text_time_and_witness() {
        Instant at = Instant.parse("2026-11-20T10:00:00Z");
        SignedNote cosigned = SignedNote.parse(signed().with(List.of(witness.cosign(checkpoint, at))).toString());
        assertThat(Cosignature.of(cosigned, witness.verifier())).contains(new Cosignature(witness.verifier(), at));
        assertThat(cosigned.requireSigned(List.of(ours.verifier()))).hasSize(1);

        SignedNote.Line line = cosigned.lines().getLast();
        byte[] later = line.signature().clone();
        later[7]++;
        SignedNote moved = signed().with(List.of(new SignedNote.Line(line.name(), line.keyId(), later)));
        assertRefused(Kind.WRONG_SIGNATURE, () -> Cosignature.of(moved, witness.verifier()));
        assertThat(Cosignature.of(signed(), witness.verifier())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "a\n5\n", "a\n05\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n", "a\n-1\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n",
        "a\n5\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0\n", "a\n5\nbjQLnA==\n", "a\n5\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n\nmore\n",
        "a\n99999999999999999999\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=\n", "a\n5\nbjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0="})
    void a_text_that_is_no_checkpoint_is_refused(String text) {
        assertRefused(Kind.MALFORMED, () -> Checkpoint.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text\n", "text\n\n", "text\n\n\u2014 a\n", "text\n\n- a Uw2QOkn8\n", "text\n\n\u2014 a+b Uw2QOkn8\n", "text\n\n\u2014 a Uw2Q\n",
        "text\n\n\u2014 a Uw2QOkn8", "te\u0001xt\n\n\u2014 a Uw2QOkn8\n", "text\n\n\u2014 a !!!!!!!!\n"})
    void a_text_that_is_no_note_is_refused(String note) {
        assertRefused(Kind.MALFORMED, () -> SignedNote.parse(note));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a+b+c", "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        "example.com/foo+530d903a+BekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"})
    void a_text_that_is_no_key_is_refused(String key) {
        assertRefused(Kind.MALFORMED, () -> VerifierKey.parse(key));
    }

    private static void assertRefused(Kind kind, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(NoteException.class).isThrownBy(work).satisfies(refused -> assertThat(refused.kind()).isEqualTo(kind));
    }
}
