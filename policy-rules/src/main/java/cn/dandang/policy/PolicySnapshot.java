package cn.dandang.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The registered data with the recorded policy events laid over it: an immutable value. Services keep one and pass it to their decisions;
 * the version text goes into every event.
 */
public final class PolicySnapshot {
    private final PolicyData data;
    private final Map<String, DocumentDate> dates;
    private final List<ConfirmedReading> confirmed;
    private final String version;
    private final RuleIndex index;
    private final Map<String, List<ConfirmedReading>> confirmedHere;
    private final Eras eras;

    private PolicySnapshot(PolicyData data, RuleIndex index, Map<String, DocumentDate> dates, List<ConfirmedReading> confirmed) {
        this.data = data;
        this.index = index;
        this.dates = dates;
        this.confirmed = confirmed;
        this.confirmedHere = confirmed.stream().collect(Collectors.groupingBy(reading -> here(reading.readingId(), reading.jurisdiction())));
        this.eras = new Eras(data.documents(), dates.values(), confirmed);
        this.version = dates.isEmpty() && confirmed.isEmpty() ? data.digest() : data.digest() + "+" + digest(dates, confirmed);
    }

    /** The data of the repository, with no policy event recorded. */
    public static PolicySnapshot base() {
        return Registered.SNAPSHOT;
    }

    private static final class Registered {
        private static final PolicySnapshot SNAPSHOT = of(ServiceLoader.load(PolicySource.class, PolicySource.class.getClassLoader()).findFirst()
                .orElseThrow(() -> new IllegalStateException("No policy data are on the class path.")).load());
    }

    /** A snapshot over other data; for checking data before it is taken. */
    public static PolicySnapshot of(PolicyData data) {
        return new PolicySnapshot(data, new RuleIndex(data), Map.of(), List.of());
    }

    /** Enters a document's effective date with its source. Refuses an unknown document. The newest entry for a document counts. */
    public PolicySnapshot withEffectiveDate(String documentCode, LocalDate effectiveFrom, String source, boolean demonstration) {
        document(documentCode);
        var more = new LinkedHashMap<>(dates);
        more.put(documentCode, new DocumentDate(documentCode, effectiveFrom, source, demonstration));
        return new PolicySnapshot(data, index, Map.copyOf(more), confirmed);
    }

    /** Records a confirmed reading. Refuses an unknown reading, place or choice. It counts from {@code confirmedOn} on, never before. */
    public PolicySnapshot withConfirmedReading(ConfirmedReading reading) {
        Reading known = reading(reading.readingId()).orElseThrow(
                () -> new IllegalArgumentException("No reading is registered under \"" + reading.readingId() + "\"."));
        if (!known.askedIn(reading.jurisdiction())) {
            throw new IllegalArgumentException("The reading \"" + known.id() + "\" is not asked in " + reading.jurisdiction() + ".");
        }
        if (!known.hasChoice(reading.choice())) {
            throw new IllegalArgumentException("The reading \"" + known.id() + "\" has no choice \"" + reading.choice() + "\".");
        }
        var more = new ArrayList<>(confirmed);
        more.add(reading);
        // a stable sort: the order in which unrelated events were read changes nothing, of two on one day the later one counts
        more.sort(Comparator.comparing(ConfirmedReading::readingId).thenComparing(ConfirmedReading::jurisdiction)
                .thenComparing(ConfirmedReading::confirmedOn));
        return new PolicySnapshot(data, index, dates, List.copyOf(more));
    }

    /** Short digest of the data, and after a plus sign of the recorded policy events when there are any. */
    public String rulesVersion() {
        return version;
    }

    public List<PolicyDocument> documents() {
        return data.documents();
    }

    /** A registered document by its code (中, 鲁, 皖, 黔, 威). Refuses an unknown one. */
    public PolicyDocument document(String code) {
        PolicyDocument document = index.document(code);
        if (document == null) {
            throw new IllegalArgumentException("No document is registered under \"" + code + "\".");
        }
        return document;
    }

    /** The document issued for exactly this jurisdiction. */
    public Optional<PolicyDocument> documentOf(String jurisdiction) {
        return Optional.ofNullable(index.documentOf(jurisdiction));
    }

    /** The effective date of a document: the recorded one, else the one in its text, else empty (UNSET). */
    public Optional<DocumentDate> effectiveDate(String documentCode) {
        PolicyDocument document = document(documentCode);
        DocumentDate recorded = dates.get(documentCode);
        if (recorded != null) {
            return Optional.of(recorded);
        }
        LocalDate printed = document.effectiveFrom();
        Citation source = document.dateCitation();
        return printed == null || source == null ? Optional.empty()
                : Optional.of(new DocumentDate(documentCode, printed, source.text(), false));
    }

    public List<PolicyRule> rules() {
        return List.copyOf(data.rules().values());
    }

    /** A rule by its id, for example {@code tolerance.weihai.situations}. */
    public Optional<PolicyRule> rule(String ruleId) {
        return Optional.ofNullable(data.rules().get(ruleId));
    }

    /** What one document says to one question. Refuses an unknown question. */
    public PolicyRule rule(String ruleKey, String documentCode) {
        PolicyRule rule = index.rule(key(ruleKey).key(), document(documentCode).code());
        if (rule == null) {
            throw new IllegalArgumentException("The question \"" + ruleKey + "\" has no cell for " + documentCode + ".");
        }
        return rule;
    }

    public List<Reading> readings() {
        return List.copyOf(data.readings().values());
    }

    /** A registered reading, or an inheritance reading derived from a rule key ({@code inherit.<rule key>}). */
    public Optional<Reading> reading(String readingId) {
        Reading registered = data.readings().get(readingId);
        if (registered == null && readingId.startsWith("inherit.")) {
            String ruleKey = readingId.substring("inherit.".length());
            return Optional.ofNullable(data.keys().get(ruleKey)).map(key -> Reading.inheritance(ruleKey, index.clauses(ruleKey, data.documents())));
        }
        return Optional.ofNullable(registered);
    }

    public List<ConfirmedReading> confirmedReadings() {
        return confirmed;
    }

    /** The reading confirmed for this jurisdiction on or before the date; the latest such confirmation counts. */
    public Optional<ConfirmedReading> confirmed(String readingId, String jurisdiction, LocalDate asOf) {
        if (confirmed.isEmpty()) {
            return Optional.empty();
        }
        // sorted by day, of two on one day the later one last
        ConfirmedReading latest = null;
        for (ConfirmedReading reading : confirmedHere.getOrDefault(here(readingId, jurisdiction), List.of())) {
            latest = reading.confirmedOn().isAfter(asOf) ? latest : reading;
        }
        return Optional.ofNullable(latest);
    }

    /** The state of a reading for this jurisdiction and date. */
    public ReadingNeed need(String readingId, String jurisdiction, LocalDate asOf) {
        return new ReadingNeed(readingId, confirmed(readingId, jurisdiction, asOf).orElse(null));
    }

    public List<NationalRule> nationalRules() {
        return List.copyOf(data.nationalRules().values());
    }

    /** National rules by their ids in the data. Refuses an unknown id. */
    public List<NationalRule> nationalRules(List<String> ids) {
        return ids.stream().map(id -> Optional.ofNullable(data.nationalRules().get(id))
                .orElseThrow(() -> new IllegalArgumentException("No national rule is listed under \"" + id + "\"."))).toList();
    }

    /** The items of tolerance tests, by id. */
    public Map<String, ItemDefinition> items() {
        return data.items();
    }

    /** Which items a document's test asks. */
    public Optional<Checklist> checklist(String documentCode) {
        return Optional.ofNullable(data.checklists().get(documentCode));
    }

    /** Every mechanism of the documents with its kind, clauses, parameters and deciding forms. */
    public Catalogue catalogue() {
        return data.catalogue();
    }

    /** The answer of the lineage of this jurisdiction to one question. Refuses an unknown key. */
    public Resolution resolve(String ruleKey, String jurisdiction, LocalDate asOf) {
        RuleKey key = key(ruleKey);
        return eras.at(jurisdiction, asOf).resolve(this, key, asOf);
    }

    /**
     * What a test has to look up in this snapshot for a place, made once for all days around the date on which nothing changes. The maker
     * looks at nothing but this snapshot, the place and the date, and its value holds no date of its own.
     */
    public <T> T prepared(Class<T> kind, String jurisdiction, LocalDate asOf, Supplier<T> make) {
        return eras.at(jurisdiction, asOf).prepared(kind, make);
    }

    private RuleKey key(String ruleKey) {
        RuleKey key = data.keys().get(ruleKey);
        if (key == null) {
            throw new IllegalArgumentException("No question is registered under \"" + ruleKey + "\".");
        }
        return key;
    }

    private static String here(String readingId, String jurisdiction) {
        return jurisdiction + ' ' + readingId;
    }

    private static String digest(Map<String, DocumentDate> dates, List<ConfirmedReading> confirmed) {
        var text = new StringBuilder();
        dates.values().stream().sorted(Comparator.comparing(DocumentDate::document)).forEach(date -> text.append(date).append('\n'));
        confirmed.forEach(reading -> text.append(reading).append('\n'));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicySnapshot that && data.digest().equals(that.data.digest()) && dates.equals(that.dates)
                && confirmed.equals(that.confirmed);
    }

    @Override
    public int hashCode() {
        return version.hashCode();
    }

    @Override
    public String toString() {
        return "PolicySnapshot " + version;
    }
}
