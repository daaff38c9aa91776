package cn.dandang.policy.catalogue;

import cn.dandang.policy.Answered;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.ConfirmedReading;
import cn.dandang.policy.Form;
import cn.dandang.policy.Message;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.ReadingNeed;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.Trace.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asks the lineage of a place one question and lets the clause that answers decide. Pure: the snapshot and the day come in. */
public final class Decisions {

    private Decisions() {
    }

    /** Decides on the given day. Refuses a question whose answer here has no deciding form, and a name that it does not ask. */
    public static Decision decide(PolicySnapshot policy, String question, String jurisdiction, LocalDate asOf, Given given) {
        Resolution resolution = policy.resolve(question, jurisdiction, asOf);
        if (resolution.outcome() != Answered.STATED) {
            return new Decision(null, Verdict.OPEN, resolution.says(), List.of(), List.of(), List.of(), given.references(), false, List.of(resolution.says()), resolution);
        }
        PolicyRule rule = policy.rule(String.valueOf(resolution.ruleId())).orElseThrow();
        CatalogueEntry entry = policy.catalogue().of(question).stream().filter(e -> e.forms().containsKey(rule.id())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The question \"" + question + "\" has no deciding form in " + rule.document() + "."));
        Form form = Objects.requireNonNull(entry.forms().get(rule.id()));
        Set<Parameter> used = new LinkedHashSet<>();
        Set<ConfirmedReading> readings = new LinkedHashSet<>();
        Judged judged = Judgement.of(form, given, asOf, name -> {
            Parameter parameter = policy.inForce(entry.parameter(rule.document(), name).orElseThrow(), asOf);
            used.add(parameter);
            return parameter;
        }, reading -> {
            Optional<ConfirmedReading> confirmed = policy.confirmed(reading, jurisdiction, asOf);
            confirmed.ifPresent(readings::add);
            return confirmed.map(ConfirmedReading::choice).orElse(null);
        });
        boolean generally = form instanceof Form.Conditions conditions && conditions.generally();
        boolean exception = judged.verdict() == Verdict.NOT_MET && (generally || used.stream().anyMatch(Parameter::generally));
        return new Decision(entry.id(), judged.verdict(), form.meaning().of(judged.verdict()), judged.checks(), List.copyOf(used),
                List.copyOf(readings), given.references(), exception, left(judged, resolution, policy), resolution);
    }

    /** Unconfirmed inheritance is a question too, beside what the form leaves open. */
    private static List<Message> left(Judged judged, Resolution resolution, PolicySnapshot policy) {
        ReadingNeed need = resolution.reading();
        if (need == null || need.isConfirmed()) {
            return judged.leftToPerson();
        }
        var left = new ArrayList<>(judged.leftToPerson());
        policy.reading(need.readingId()).ifPresent(reading -> left.add(reading.question()));
        return List.copyOf(left);
    }
}
