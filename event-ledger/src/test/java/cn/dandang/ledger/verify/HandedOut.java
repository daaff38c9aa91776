package cn.dandang.ledger.verify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerExport;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.Ledgers;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.checkpoint.Checkpoint;
import cn.dandang.ledger.checkpoint.SignedNote;
import cn.dandang.ledger.checkpoint.SigningKey;
import cn.dandang.ledger.checkpoint.VerifierKey;
import cn.dandang.ledger.tiles.LedgerTiles;
import cn.dandang.ledger.tiles.TileFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a ledger hands out: an export and a tile log with a signed checkpoint each, and checkpoints that were kept on the way. Batches
 * have five records; so of batch b, record 5b is line 6b + 1, counted from 0.
 */
final class HandedOut {

    static final int BATCH = 5;
    static final String ORIGIN = "dandang.local/x/tolerance";
    static final SigningKey KEY = SigningKey.generate(ORIGIN, VerifierKey.Type.NOTE);

    private final Path folder;
    private final List<SignedNote> kept = new ArrayList<>();

    HandedOut(Path folder) {
        this.folder = folder;
    }

    static SignedNote signed(TreeHead head, SigningKey key) {
        String text = Checkpoint.of(ORIGIN, head).text();
        return new SignedNote(text, List.of(key.sign(text)));
    }

    /** Hands out a ledger that is grown part by part; after each part a checkpoint is kept. */
    static HandedOut grown(Path folder, SigningKey key, Part... parts) {
        HandedOut out = new HandedOut(folder);
        try (Ledger ledger = Ledgers.open(Files.createDirectories(folder).resolve("ledger.db"))) {
            for (Part part : parts) {
                Ledgers.grow(ledger, part.to(), BATCH, part.mark());
                out.kept.add(signed(ledger.treeHead(), key));
            }
            try (OutputStream file = Files.newOutputStream(out.export())) {
                LedgerExport.write(ledger, file);
            }
            Files.writeString(Path.of(out.export() + ".checkpoint"), out.kept.getLast().toString());
            TileFolder.write(LedgerTiles.open(ledger, folder.resolve("cache")), out.kept.getLast(), out.tiles());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    /** A stretch of a ledger; another mark makes another history. */
    record Part(long to, String mark) {
    }

    static Part to(long size) {
        return new Part(size, "");
    }

    Path export() {
        return folder.resolve("ledger.jsonl");
    }

    Path tiles() {
        return folder.resolve("log");
    }

    SignedNote kept(int index) {
        return kept.get(index);
    }

    /** A file with a checkpoint, as somebody keeps it elsewhere. */
    Path keptFile(int... indexes) {
        StringBuilder notes = new StringBuilder();
        Arrays.stream(indexes).forEach(index -> notes.append(kept.get(index)).append('\n'));
        try {
            return Files.writeString(folder.resolveSibling("kept-" + System.nanoTime()), notes.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int line(int position) {
        return 1 + position / BATCH * (BATCH + 1) + position % BATCH;
    }

    void touch(Consumer<List<String>> touch) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(export()));
        touch.accept(lines);
        Files.write(export(), lines);
    }

    /** Changes the bytes of a record and nothing beside them. */
    void change(int position, UnaryOperator<String> change, boolean leafToo) throws IOException {
        touch(lines -> {
            String line = lines.get(line(position));
            String encoded = line.replaceAll(".*\"bytes\":\"([^\"]*)\".*", "$1");
            byte[] bytes = Base64.getDecoder().decode(encoded);
            byte[] changed = change.apply(new String(bytes, ISO_8859_1)).getBytes(ISO_8859_1);
            assertThat(changed).isNotEqualTo(bytes);
            String other = line.replace(encoded, Base64.getEncoder().encodeToString(changed));
            lines.set(line(position), leafToo ? other.replaceAll("\"leaf\":\"[0-9a-f]*\"",
                    "\"leaf\":\"" + HexFormat.of().formatHex(LedgerRecord.decode(changed).leafHash()) + "\"") : other);
        });
    }

    /** What the program prints, and its exit code. */
    record Told(int code, String text) {
    }

    static Told verify(Path target, Object... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(target.toString(), "--key", KEY.verifier().toString()));
        Arrays.stream(more).map(Object::toString).forEach(arguments::add);
        try (PrintStream print = new PrintStream(out, true, UTF_8)) {
            return new Told(VerifierProgram.run(print, print, arguments.toArray(String[]::new)), out.toString(UTF_8));
        }
    }
}
