package cn.dandang.tolerance.tolerancecase;

import cn.dandang.contracts.EffectGroup;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.ItemKind;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.tolerance.FindingResult;
import cn.dandang.policy.tolerance.Subject;
import cn.dandang.policy.tolerance.TestItem;
import cn.dandang.policy.tolerance.ToleranceOutcome;
import cn.dandang.policy.tolerance.ToleranceTest;
import cn.dandang.tolerance.Given.Place;
import cn.dandang.tolerance.Given;
import cn.dandang.tolerance.accountability.MeasureKind;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.*;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tolerance case of the flood night, told step by step. */
public final class Case {
    public static final String ID = "0195d3a0-0000-7000-8000-00000000c001";
    public static final String FACT = "0195d3a0-0000-7000-8000-00000000f001";
    public static final String TASK = "0195d3a0-0000-7000-8000-00000000d001";

    public final Place place;
    public final Given<ToleranceCommand, ToleranceEvent, ToleranceState> stream = Given.nothing(new ToleranceDecider());
    public PolicySnapshot policy;

    private Case(Place place, PolicySnapshot policy) {
        this.place = place;
        this.policy = policy;
    }

    public static Case in(Place place, PolicySnapshot policy) {
        return new Case(place, policy);
    }

    public Matter matter() {
        return new Matter("0195d3a0-0000-7000-8000-00000000a001", FACT, place.cadre(), place.bureau(), place.body(), place.code);
    }

    public Circumstances by(Actor actor) {
        return Given.now(actor, policy);
    }

    public Case opened() {
        stream.when(new OpenToleranceExOfficio(ID, matter(), Because.ACCOUNTABILITY_OPENED, place.investigator().person()), by(place.investigator()));
        return this;
    }

    public Case openedBecause(Because because) {
        stream.when(new OpenToleranceExOfficio(ID, matter(), because, place.investigator().person()), by(place.investigator()));
        return this;
    }

    public List<ToleranceEvent> finds(String item, FindingResult result) {
        return stream.when(finding(item, result), by(place.investigator()));
    }

    public static RecordFinding finding(String item, FindingResult result) {
        return new RecordFinding(ID, item, result, List.of(new Evidence("evidence-" + item, Given.sealed("evidence"))), null);
    }

    /** Every item of the place's test speaks for an honest mistake, but for those given. */
    public Case allFound(Map<String, FindingResult> but) {
        for (TestItem item : ToleranceTest.items(policy, place.code, Given.TODAY)) {
            FindingResult usual = item.kind() == ItemKind.ELEMENT ? FindingResult.GOOD_POLE
                    : item.kind() == ItemKind.SITUATION && place == Place.WEIHAI && !item.id().equals("weihai.situation.6") ? FindingResult.NOT_MET : FindingResult.MET;
            finds(item.id(), but.getOrDefault(item.id(), usual));
        }
        return this;
    }

    public Case heard() {
        stream.when(new TakeStatement(ID, "statement-1", Given.sealed("statement"), null), by(place.himself()));
        return this;
    }

    public Case ready() {
        return opened().allFound(Map.of()).heard();
    }

    public Meeting meeting(String... more) {
        List<String> members = new java.util.ArrayList<>(List.of(place.decider().person(), place.decider2().person()));
        members.addAll(Arrays.asList(more));
        return new Meeting(Given.TODAY, members, List.of(), "纪要〔2024〕5号");
    }

    public Verdict exempts(Subject... subjects) {
        return new Verdict(ToleranceOutcome.EXEMPT, Set.of(subjects), meeting(), EnumSet.allOf(EffectGroup.class), List.of(), Given.sealed("reasons"), MeasureKind.ADMONITION,
                null, correction(), null);
    }

    public Correction correction() {
        return new Correction(TASK, List.of(Given.sealed("item")), Given.sealed("demands"), Given.TODAY.plusDays(30));
    }

    public Verdict refuses() {
        return new Verdict(ToleranceOutcome.REFUSE, Set.of(Subject.PERSON), meeting(), Set.of(), List.of(), Given.sealed("reasons"), MeasureKind.ADMONITION, null, null, null);
    }

    public Verdict mitigates(ToleranceOutcome outcome, @Nullable MeasureKind proposed, @Nullable MeasureKind decided) {
        return new Verdict(outcome, Set.of(Subject.PERSON), meeting(), Set.of(), List.of(), Given.sealed("reasons"), proposed, decided, null, null);
    }

    public List<ToleranceEvent> decides(Verdict verdict) {
        return stream.when(new DecideTolerance(ID, verdict), by(place.decider()));
    }

    public Refusal decisionRefused(Verdict verdict) {
        return stream.refuses(new DecideTolerance(ID, verdict), by(place.decider()));
    }

    public Refusal refused(ToleranceCommand order, Actor actor) {
        return stream.refuses(order, by(actor));
    }

    public List<ToleranceEvent> when(ToleranceCommand order, Actor actor) {
        return stream.when(order, by(actor));
    }

    public String stateName() {
        return ((ToleranceState.Existing) stream.state()).name();
    }

    public CaseFile file() {
        return ((ToleranceState.Existing) stream.state()).file();
    }
}
