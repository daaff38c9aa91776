package cn.dandang.kit.testing;

import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.codec.Upcaster;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.orders.Deciders;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Replays streams that were recorded long ago, kept in {@code src/test/resources/histories/*.jsonl}: the first line names kind and digest of
 * the state, each other line is one stored event. An old history that ends in another state is a broken promise, never a file to be updated.
 * <pre>{@code @Test void histories_replay() { StoredHistories.of(new TalkDecider()).replay(TalkDecider.class); }}</pre>
 * A new file comes from {@link #record}; or write it by hand without a digest and take the digest from the failure.
 */
public final class StoredHistories {
    static final String FOLDER = "/histories";

    private final List<Decider<?, ?, ?>> deciders;
    private final EventCodec codec;

    private StoredHistories(List<Decider<?, ?, ?>> deciders, EventCodec codec) {
        this.deciders = deciders;
        this.codec = codec;
    }

    private record Header(String kind, @org.jspecify.annotations.Nullable String state) {}

    private record Line(String type, int revision, JsonNode payload) {}

    public static StoredHistories of(Decider<?, ?, ?>... deciders) {
        return of(List.of(deciders), List.of());
    }

    public static StoredHistories of(List<? extends Decider<?, ?, ?>> deciders, List<? extends Upcaster> upcasters) {
        return new StoredHistories(List.copyOf(deciders), EventCodec.of(new Deciders(deciders).eventFamilies(), upcasters));
    }

    /** @param test a class of the module whose test resources hold the folder */
    public void replay(Class<?> test) {
        List<String> wrong = new ArrayList<>();
        for (Path file : TestResources.files(test, FOLDER, ".jsonl")) {
            try {
                check(file.getFileName().toString(), Files.readString(file), wrong);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    void check(String name, String content, List<String> wrong) {
        List<String> lines = TestResources.meaning(content);
        Header header = Json.read(lines.getFirst(), Header.class);
        Decider<?, ?, ?> decider = deciders.stream().filter(each -> each.kind().equals(header.kind())).findFirst()
                .orElseThrow(() -> new AssertionError("The history " + name + " is of kind " + header.kind() + ", which no decider given here has."));
        String digest = digest(decider, lines.subList(1, lines.size()).stream().map(line -> Json.read(line, Line.class)).toList());
        if (!digest.equals(header.state())) {
            wrong.add("The history " + name + " replays to the state " + digest + (header.state() == null ? "; write it into its first line." : " and not to " + header.state() + " as it did when it was recorded."));
        }
    }

    /** Writes a stream of a ledger as a new history. */
    public void record(Ledger ledger, String stream, Path file) {
        Decider<?, ?, ?> decider = deciders.stream().filter(each -> stream.startsWith(each.kind() + "-")).findFirst().orElseThrow();
        List<Line> lines = ledger.readStream(stream, 0).stream().map(Recorded::record).map(StoredHistories::line).toList();
        List<String> text = new ArrayList<>();
        text.add(Json.text(new Header(decider.kind(), digest(decider, lines))));
        lines.forEach(line -> text.add(Json.text(line)));
        try {
            Files.writeString(file, String.join("\n", text) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(LedgerRecord record) {
        return new Line(record.type(), record.revision(), Json.tree(record.payload()));
    }

    @SuppressWarnings("unchecked")
    private String digest(Decider<?, ?, ?> untyped, List<Line> lines) {
        Decider<?, DomainEvent, Object> decider = (Decider<?, DomainEvent, Object>) untyped;
        Object state = decider.initial();
        for (Line line : lines) {
            state = decider.evolve(state, codec.decode(line.type(), line.revision(), Json.bytes(line.payload())));
        }
        return StateDigest.of(state);
    }
}
