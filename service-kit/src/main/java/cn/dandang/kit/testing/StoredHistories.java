package cn.dandang.kit.testing;

import cn.dandang.kit.codec.EventCodec;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.codec.Upcaster;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.orders.Deciders;
import cn.dandang.kit.snapshot.StateCodec;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerRecord;
import cn.dandang.ledger.Recorded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Replays streams that were recorded long ago, kept in {@code src/test/resources/histories/*.jsonl}: the first line names kind and digest of
 * the state, each other line is one stored event. An old history that ends in another state is a broken promise, never a file to be updated.
 * Every past revision of every event has to be in one of them, and a state that is kept on the way
 * as a snapshot keeps it, and gone on from later, ends in the same.
 * <pre>{@code @Test void histories_replay() { StoredHistories.of(new TalkDecider()).replay(TalkDecider.class); }}</pre>
 * A new file comes from {@link #record}; or write it by hand without a digest and take the digest from the failure.
 */
public final class StoredHistories {
    static final String FOLDER = "/histories";

    private final List<Decider<?, ?, ?>> deciders;
    private final EventCodec codec;
    private final StateCodec snapshots = new StateCodec();

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
        Set<String> seen = new HashSet<>();
        for (Path file : TestResources.files(test, FOLDER, ".jsonl")) {
            try {
                check(file.getFileName().toString(), Files.readString(file), wrong);
                lines(Files.readString(file)).forEach(line -> seen.add(line.type() + " " + line.revision()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        missingRevisions(seen).forEach(past -> wrong.add("No stored history holds " + past + ": keep one of every past revision, so that its upcaster is tried on what was really written."));
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    /** Past revisions of events that none of these is, {@code name revision}. */
    List<String> missingRevisions(Set<String> seen) {
        List<String> missing = new ArrayList<>();
        codec.names().forEach((type, current) -> {
            for (int past = 1; past < current; past++) {
                if (!seen.contains(type + " " + past)) {
                    missing.add(type + " " + past);
                }
            }
        });
        return missing;
    }

    private static List<Line> lines(String content) {
        return TestResources.meaning(content).stream().skip(1).map(line -> Json.read(line, Line.class)).toList();
    }

    void check(String name, String content, List<String> wrong) {
        List<String> lines = TestResources.meaning(content);
        Header header = Json.read(lines.getFirst(), Header.class);
        Decider<?, ?, ?> decider = deciders.stream().filter(each -> each.kind().equals(header.kind())).findFirst()
                .orElseThrow(() -> new AssertionError("The history " + name + " is of kind " + header.kind() + ", which no decider given here has."));
        String digest = digest(decider, lines(content));
        fromEveryKeptState(name, decider, lines(content), digest, wrong);
        if (!digest.equals(header.state())) {
            wrong.add("The history " + name + " replays to the state " + digest + (header.state() == null ? "; write it into its first line." : " and not to " + header.state() + " as it did when it was recorded."));
        }
    }

    /** A snapshot may be taken after any event: a state that was kept there must not change any more, and going on from it must end where the whole stream ends. */
    @SuppressWarnings("unchecked")
    private void fromEveryKeptState(String name, Decider<?, ?, ?> untyped, List<Line> lines, String end, List<String> wrong) {
        Decider<?, DomainEvent, Object> decider = (Decider<?, DomainEvent, Object>) untyped;
        List<Object> kept = new ArrayList<>(List.of(decider.initial()));
        List<String> digests = new ArrayList<>(List.of(StateDigest.of(decider.initial())));
        for (Line line : lines) {
            kept.add(decider.evolve(kept.getLast(), event(line)));
            digests.add(StateDigest.of(kept.getLast()));
        }
        for (int from = 0; from < kept.size(); from++) {
            Object state = throughASnapshot(name, decider, kept.get(from), from, wrong);
            for (Line line : lines.subList(from, lines.size())) {
                state = decider.evolve(state, event(line));
            }
            if (!StateDigest.of(state).equals(end) || !StateDigest.of(kept.get(from)).equals(digests.get(from))) {
                wrong.add("The history " + name + " ends in another state when it goes on from a state kept after " + from + " events: evolve changes what it is given, or depends on more than state and event.");
            }
        }
    }

    /** What a snapshot gives back of a state; it must be kept at all, be equal, and lead on to the same. */
    private Object throughASnapshot(String name, Decider<?, ?, ?> decider, Object state, int after, List<String> wrong) {
        try {
            return snapshots.decode(decider, snapshots.encodeOrSayWhy(decider, state));
        } catch (JacksonException | IllegalArgumentException e) {
            wrong.add("The state after " + after + " events of the history " + name + " does not come back the same from a snapshot, so its streams would always be read whole: " + e.getMessage());
            return state;
        }
    }

    private DomainEvent event(Line line) {
        return codec.decode(line.type(), line.revision(), Json.bytes(line.payload()));
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
            state = decider.evolve(state, event(line));
        }
        return StateDigest.of(state);
    }
}
