package cn.dandang.tolerance.tolerancecase;

import cn.dandang.contracts.ToleranceFact.Start;
import cn.dandang.policy.tolerance.FieldOfError;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.ItemFinding;
import cn.dandang.policy.tolerance.ToleranceInput;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Gain;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Matter;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Prohibition;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.RedLineKind;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.DecisionEvent;
import cn.dandang.tolerance.tolerancecase.ToleranceEvent.DutyKind;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What lies in a tolerance case: immutable. Ids, codes, dates and yes or no only; texts stay sealed in the events. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY) // so that the digest of a stored history sees what it holds
public final class CaseFile {
    private final Draft held;

    /** A recorded finding. */
    public record Finding(FindingResult result, List<String> evidence, @Nullable String citedPolicy) {}

    /** A red-line finding that stands or fell. */
    public record RedLine(RedLineKind kind, @Nullable Prohibition prohibition, @Nullable Gain gain, List<String> evidence, boolean standing) {}

    /** How a recusal stands. */
    public enum RecusalState { ASKED, GRANTED, REFUSED }

    public record Recusal(String person, String askedBy, RecusalState state) {}

    CaseFile(String id, Matter matter, Start start, LocalDate openedOn) {
        held = new Draft();
        held.id = id;
        held.matter = matter;
        held.start = start;
        held.openedOn = openedOn;
    }

    @JsonCreator
    private CaseFile(@JsonProperty("held") Draft held) {
        this.held = held;
    }

    CaseFile with(Consumer<Draft> change) {
        Draft draft = new Draft(held);
        change.accept(draft);
        return new CaseFile(draft);
    }

    public String id() {
        return held.id;
    }

    public Matter matter() {
        return held.matter;
    }

    public Start start() {
        return held.start;
    }

    public LocalDate openedOn() {
        return held.openedOn;
    }

    public Map<String, Finding> findings() {
        return Collections.unmodifiableMap(held.findings);
    }

    public FieldOfError field() {
        return held.field;
    }

    public boolean statementOnFile() {
        return held.statementOnFile;
    }

    public Map<String, RedLine> redLines() {
        return Collections.unmodifiableMap(held.redLines);
    }

    public boolean redLineStands() {
        return held.redLines.values().stream().anyMatch(RedLine::standing);
    }

    public Map<String, Recusal> recusals() {
        return Collections.unmodifiableMap(held.recusals);
    }

    public boolean recusalOpen() {
        return held.recusals.values().stream().anyMatch(asked -> asked.state() == RecusalState.ASKED);
    }

    /** Persons who stepped out of the case. */
    public List<String> recused() {
        return held.recusals.values().stream().filter(asked -> asked.state() == RecusalState.GRANTED).map(Recusal::person).toList();
    }

    public Map<String, String> readingChoices() {
        return Collections.unmodifiableMap(held.readingChoices);
    }

    /** Persons who opened or investigated the case; they take no part in its decision. */
    public Set<String> investigators() {
        return Collections.unmodifiableSet(held.investigators);
    }

    /** Persons who decided or sat in the meeting that decided. */
    public Set<String> deciders() {
        return Collections.unmodifiableSet(held.deciders);
    }

    public Set<DutyKind> openDuties() {
        return Collections.unmodifiableSet(held.openDuties);
    }

    /** What was suggested to be done and is no duty. */
    public Set<DutyKind> reminders() {
        return Set.copyOf(held.reminders);
    }

    /** The decision that stands, or null. */
    public @Nullable DecisionEvent decision() {
        return held.decision;
    }

    public boolean remedyQuestionOpen() {
        return held.remedyQuestionOpen;
    }

    public @Nullable String appeal() {
        return held.appeal;
    }

    /** What the rules are asked with. */
    public ToleranceInput input() {
        return new ToleranceInput(
                held.findings.entrySet().stream().map(entry -> new ItemFinding(entry.getKey(), entry.getValue().result(), entry.getValue().evidence(), entry.getValue().citedPolicy())).toList(),
                held.redLines.entrySet().stream().filter(entry -> entry.getValue().standing()).map(entry -> RedLines.asRule(entry.getKey(), entry.getValue())).toList(),
                held.field, readingChoices());
    }


    /** The changeable side, seen by {@code evolve} only. */
    @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
    static final class Draft {
        String id = "";
        Matter matter = new Matter(null, "", "", "", "", "");
        Start start = Start.EX_OFFICIO;
        LocalDate openedOn = LocalDate.EPOCH;
        final SequencedMap<String, Finding> findings = new LinkedHashMap<>();
        FieldOfError field = FieldOfError.NOT_RECORDED;
        boolean statementOnFile;
        final SequencedMap<String, RedLine> redLines = new LinkedHashMap<>();
        final SequencedMap<String, Recusal> recusals = new LinkedHashMap<>();
        final SequencedMap<String, String> readingChoices = new LinkedHashMap<>();
        final SequencedSet<String> investigators = new LinkedHashSet<>();
        final SequencedSet<String> deciders = new LinkedHashSet<>();
        final SequencedSet<DutyKind> openDuties = new LinkedHashSet<>();
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        final List<DutyKind> reminders = new ArrayList<>();
        @Nullable DecisionEvent decision;
        boolean remedyQuestionOpen;
        @Nullable String appeal;

        private Draft() {}

        boolean done(DutyKind kind) {
            return openDuties.remove(kind) | reminders.remove(kind);
        }

        private Draft(Draft from) {
            id = from.id;
            matter = from.matter;
            start = from.start;
            openedOn = from.openedOn;
            findings.putAll(from.findings);
            field = from.field;
            statementOnFile = from.statementOnFile;
            redLines.putAll(from.redLines);
            recusals.putAll(from.recusals);
            readingChoices.putAll(from.readingChoices);
            investigators.addAll(from.investigators);
            deciders.addAll(from.deciders);
            openDuties.addAll(from.openDuties);
            reminders.addAll(from.reminders);
            decision = from.decision;
            remedyQuestionOpen = from.remedyQuestionOpen;
            appeal = from.appeal;
        }
    }
}
