package cn.dandang.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Every published vector: the valid proofs are accepted, all others are refused. */
class ProofVectorsTest {

    private static final int PUBLISHED = 98;
    private static final AtomicInteger RUN = new AtomicInteger();

    /** A vector's fields, whichever of them its kind has. */
    private static final class Vector {
        long leafIdx;
        long treeSize;
        long size1;
        long size2;
        byte[] root = new byte[0];
        byte[] root1 = new byte[0];
        byte[] root2 = new byte[0];
        byte[] leafHash = new byte[0];
        final List<byte[]> proof = new ArrayList<>();
        boolean wantErr;

        static Vector read(Path file) throws IOException {
            Vector vector = new Vector();
            try (JsonParser json = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), Files.readAllBytes(file))) {
                assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    vector.take(name, json);
                }
            }
            return vector;
        }

        private void take(String name, JsonParser json) {
            switch (name) {
                case "leafIdx" -> leafIdx = Long.parseUnsignedLong(json.getString());
                case "treeSize" -> treeSize = Long.parseUnsignedLong(json.getString());
                case "size1" -> size1 = Long.parseUnsignedLong(json.getString());
                case "size2" -> size2 = Long.parseUnsignedLong(json.getString());
                case "root" -> root = base64(json);
                case "root1" -> root1 = base64(json);
                case "root2" -> root2 = base64(json);
                case "leafHash" -> leafHash = base64(json);
                case "wantErr" -> wantErr = json.getBooleanValue();
                case "proof" -> {
                    if (json.currentToken() == JsonToken.START_ARRAY) {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            proof.add(base64(json));
                        }
                    }
                }
                case "desc" -> { }
                default -> throw new IllegalArgumentException("A vector has a field " + name);
            }
        }

        private static byte[] base64(JsonParser json) {
            return json.currentToken() == JsonToken.VALUE_NULL ? new byte[0] : Base64.getDecoder().decode(json.getString());
        }
    }

    @TestFactory
    List<DynamicTest> inclusion_proofs_are_judged_as_published() throws IOException {
        return tests("inclusion", vector -> ProofCheck.inclusion(vector.leafHash, vector.leafIdx, vector.treeSize, vector.proof, vector.root));
    }

    @TestFactory
    List<DynamicTest> consistency_proofs_are_judged_as_published() throws IOException {
        return tests("consistency", vector -> ProofCheck.consistency(vector.size1, vector.root1, vector.size2, vector.root2, vector.proof));
    }

    @AfterAll
    static void all_of_them_were_run() {
        assertThat(RUN).hasValue(2 * PUBLISHED);
    }

    private interface Check {
        void of(Vector vector);
    }

    private static List<DynamicTest> tests(String kind, Check check) throws IOException {
        Path folder = Path.of("src/test/resources/vectors/rfc6962", kind);
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                tests.add(DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> judge(Vector.read(file), check)));
            }
        }
        assertThat(tests).hasSize(PUBLISHED);
        return tests;
    }

    private static void judge(Vector vector, Check check) {
        RUN.incrementAndGet();
        ThrowingCallable judged = () -> check.of(vector);
        if (vector.wantErr) {
            assertThatExceptionOfType(ProofRefusedException.class).isThrownBy(judged);
        } else {
            org.assertj.core.api.Assertions.assertThatCode(judged).doesNotThrowAnyException();
        }
    }
}
