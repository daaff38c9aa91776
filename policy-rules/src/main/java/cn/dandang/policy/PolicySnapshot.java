package cn.dandang.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The registered data with the recorded policy events laid over it: an immutable value. Services keep one and pass it to their decisions;
 * the version text goes into every event.
 */
public final class PolicySnapshot {
    private final PolicyData data;
    private final Recorded recorded;
    private final String version;
    private final RuleIndex index;
    private final Map<String, List<ConfirmedReading>> confirmedHere;
    private final Map<String, List<RuleRevision>> revised;
    private final Map<String, List<AmountVersion>> amounts;
    private final Eras eras;

    private PolicySnapshot(PolicyData data, RuleIndex index, Recorded recorded) {
        this.data = data;
        this.index = index;
        this.recorded = recorded;
        this.confirmedHere = recorded.readings().stream().collect(Collectors.groupingBy(reading -> here(reading.readingId(), reading.jurisdiction())));
        this.revised = recorded.revisions().stream().collect(Collectors.groupingBy(RuleRevision::ruleId));
        this.amounts = recorded.amounts().stream().collect(Collectors.groupingBy(AmountVersion::parameter));
        this.eras = new Eras(data, recorded);
        this.version = recorded.isEmpty() ? data.digest() : data.digest() + "+" + recorded.digest();
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
        return new PolicySnapshot(data, new RuleIndex(data), Recorded.NOTHING);
    }

    /**
     * Lays one change over what is in force. Refuses what is unknown, what would rewrite a value that is published, and what would loosen a
     * red line, with a sentence in both languages.
     */
    public PolicySnapshot with(PolicyChange change) {
        new ChangeCheck(this).refuse(change);
        return new PolicySnapshot(data, index, recorded.with(change));
    }

    /** Every sentence that refuses one of these changes, each seen on top of those before it; empty when all can be laid over this. */
    public List<Message> refusals(List<PolicyChange> changes) {
        return ChangeCheck.refusals(this, changes);
    }

    /** Enters a document's effective date with its source. Refuses an unknown document. The newest entry for a document counts. */
    public PolicySnapshot withEffectiveDate(String documentCode, LocalDate effectiveFrom, String source, boolean demonstration) {
        return with(new PolicyChange.DocumentDated(new DocumentDate(documentCode, effectiveFrom, source, demonstration)));
    }

    /** Records a confirmed reading. Refuses an unknown reading, place or choice. It counts from {@code confirmedOn} on, never before. */
    public PolicySnapshot withConfirmedReading(ConfirmedReading reading) {
        return with(new PolicyChange.ReadingConfirmed(reading));
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
        DocumentDate entered = recorded.dates().get(documentCode);
        if (entered != null) {
            return Optional.of(entered);
        }
        return Optional.ofNullable(document.effectiveFrom())
                .map(printed -> new DocumentDate(documentCode, printed, Objects.requireNonNull(document.dateCitation()).text(), false));
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

    /**
     * What a cell said on a date: its registered words, or those of the newest version published for that date; beside them each number that was
     * published after those words and is another than they may print. A cell
     * that had a word in place of a number states it then.
     */
    public PolicyRule rule(String ruleKey, String documentCode, LocalDate asOf) {
        return new WordsInForce(this, rule(ruleKey, documentCode), asOf).cell();
    }

    /** The published versions of a cell after the registered one, oldest first. */
    public List<RuleRevision> revisions(String ruleId) {
        return revised.getOrDefault(ruleId, List.of());
    }

    public List<Pack> packs() {
        return List.copyOf(data.packs().values());
    }

    public Optional<Pack> pack(String packId) {
        return Optional.ofNullable(data.packs().get(packId));
    }

    /** Whether a pack is used in a jurisdiction on a date: by that jurisdiction's own answer, never by another's. */
    public PackState packState(String packId, String jurisdiction, LocalDate asOf) {
        return packAnswer(packId, jurisdiction, asOf).map(answer -> answer.on() ? PackState.ON : PackState.OFF).orElse(PackState.NOT_ASKED);
    }

    /** The newest answer about a pack that counts on a date. */
    public Optional<PackSwitch> packAnswer(String packId, String jurisdiction, LocalDate asOf) {
        return recorded.packs().stream().filter(answer -> answer.pack().equals(packId) && answer.jurisdiction().equals(jurisdiction)
                && !answer.from().isAfter(asOf)).reduce((earlier, later) -> later);
    }

    /** A pack's parameter for a place and a day. Refuses an unknown parameter. */
    public ParameterAnswer parameter(String parameterId, String jurisdiction, LocalDate asOf) {
        PackParameter parameter = data.packs().values().stream().flatMap(pack -> pack.parameters().stream()).filter(p -> p.id().equals(parameterId))
                .findFirst().orElseThrow(() -> new IllegalArgumentException("No parameter is registered under \"" + parameterId + "\"."));
        return Parameters.answer(parameter, packState(parameter.pack(), jurisdiction, asOf), versions(parameterId), asOf);
    }

    /** The published new values of a parameter, oldest first. */
    public List<ParameterVersion> versions(String parameterId) {
        return recorded.parameters().stream().filter(version -> version.parameter().equals(parameterId)).toList();
    }

    /** A parameter of a document as it is on a date: as the registered text gives it, or by the newest version published for that date. */
    public Parameter inForce(Parameter parameter, LocalDate asOf) {
        Parameter then = parameter;
        for (AmountVersion version : amounts(parameter.id())) {
            then = version.from().isAfter(asOf) ? then : version.of(parameter);
        }
        return then;
    }

    /** The published versions of a parameter of a document after the registered text, oldest first. */
    public List<AmountVersion> amounts(String parameterId) {
        return amounts.getOrDefault(parameterId, List.of());
    }

    public Calendars calendars() {
        return data.calendars();
    }

    public List<Reading> readings() {
        return List.copyOf(data.readings().values());
    }

    /** A registered reading, or one of inheritance or of a conflict that is derived from a question ({@code inherit.<question>}, {@code conflict.<question>}). */
    public Optional<Reading> reading(String readingId) {
        Reading registered = data.readings().get(readingId);
        if (registered != null) {
            return Optional.of(registered);
        }
        return derived(Reading.INHERIT, readingId, Reading::inheritance).or(() -> derived(Reading.CONFLICT, readingId, Reading::conflict));
    }

    private Optional<Reading> derived(String prefix, String readingId, BiFunction<String, List<Citation>, Reading> made) {
        if (!readingId.startsWith(prefix)) {
            return Optional.empty();
        }
        String ruleKey = readingId.substring(prefix.length());
        return Optional.ofNullable(data.keys().get(ruleKey)).map(key -> made.apply(ruleKey, index.clauses(ruleKey, data.documents())));
    }

    public List<ConfirmedReading> confirmedReadings() {
        return recorded.readings();
    }

    /** The reading confirmed for this jurisdiction on or before the date; the latest such confirmation counts. */
    public Optional<ConfirmedReading> confirmed(String readingId, String jurisdiction, LocalDate asOf) {
        if (confirmedHere.isEmpty()) {
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

    /** The same, each told whether its pack is on in this jurisdiction on this date. */
    public List<NationalRule> nationalRules(List<String> ids, String jurisdiction, LocalDate asOf) {
        return nationalRules(ids).stream().map(rule -> rule.on(packState(rule.pack(), jurisdiction, asOf) == PackState.ON)).toList();
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

    /** The answer by the day the question goes by, beside the answer by the other day of the case. Refuses an unknown key. */
    public DatedResolution resolve(String ruleKey, String jurisdiction, Occasion occasion) {
        Occasion.By by = key(ruleKey).by();
        return new DatedResolution(resolve(ruleKey, jurisdiction, occasion.day(by)), occasion, by, resolve(ruleKey, jurisdiction, occasion.other(by)));
    }

    /** Where this place and a level above it say different things on this day, with what a person decided about it. */
    public List<LevelConflict> conflicts(String jurisdiction, LocalDate asOf) {
        return new Conflicts(this, jurisdiction, asOf).all(data.keys().values().stream().sorted(Comparator.comparing(RuleKey::key)).toList());
    }

    /**
     * What a test has to look up in this snapshot for a place, made once for all days around the date on which nothing changes. The maker
     * looks at nothing but this snapshot, the place and the date, and its value holds no date of its own.
     */
    public <T> T prepared(Class<T> kind, String jurisdiction, LocalDate asOf, Supplier<T> make) {
        return eras.at(jurisdiction, asOf).prepared(kind, make);
    }

    /** By which day of its case a question goes. Refuses an unknown key. */
    public Occasion.By goesBy(String ruleKey) {
        return key(ruleKey).by();
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

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicySnapshot that && data.digest().equals(that.data.digest()) && recorded.equals(that.recorded);
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
