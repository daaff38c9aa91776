package cn.dandang.policy.catalogue;

import cn.dandang.policy.Amount;
import cn.dandang.policy.Answered;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.Form;
import cn.dandang.policy.Message;
import cn.dandang.policy.Modal;
import cn.dandang.policy.Parameter;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How to read the clauses of a mechanism: the entry's own note first, then what follows from its words. Never empty. */
public final class ReadingNotes {

    private ReadingNotes() {
    }

    /** The notes of one entry, for a page that a jurist reads. */
    public static List<Message> of(PolicySnapshot policy, CatalogueEntry entry) {
        var notes = new LinkedHashSet<Message>();
        if (entry.note() != null) {
            notes.add(entry.note());
        }
        List<PolicyRule> rules = entry.questions().stream()
                .flatMap(question -> policy.documents().stream().map(document -> policy.rule(question, document.code()))).toList();
        List<PolicyRule> own = rules.stream().filter(rule -> rule.mechanisms().contains(entry.id())).toList();
        modal(own, Modal.MUST, "应当、要、确保、一律和祈使句，按应当读。", "Read as must: 应当, 要, 确保, 一律 and the imperative.", notes);
        modal(own, Modal.MAY, "可、可以：由有权机构决定并写明理由，不自动发生。", "May: the body decides with its reason; nothing follows by itself.", notes);
        if (own.stream().anyMatch(rule -> rule.answer() == Answered.STATED && rule.modal() == Modal.NONE)) {
            notes.add(Message.of("陈述句：说明含义，本身不设定应当或者可以。", "A statement: it says what is meant and by itself sets neither must nor may."));
        }
        entry.parameters().forEach(parameter -> parameter(parameter, notes));
        own.stream().filter(rule -> rule.reading() != null).flatMap(rule -> policy.reading(rule.reading()).stream())
                .forEach(reading -> notes.add(Message.of("口径须确认：" + reading.question().zh(), "A reading to be confirmed: " + reading.question().en())));
        entry.forms().values().stream().map(Form::turnsOn).filter(Objects::nonNull).flatMap(id -> policy.reading(id).stream())
                .forEach(reading -> notes.add(Message.of("口径须确认：" + reading.question().zh(), "A reading to be confirmed: " + reading.question().en())));
        documents(policy, rules, rule -> rule.answer() == Answered.LOST, "扫描件缺损、须取得完整文本：", "Lost in the scan, a certified copy is needed: ", notes);
        documents(policy, silent(policy, rules), rule -> true, "未载明（不是没有，由人查阅其他规定）：", "Not stated, which is no answer; a person looks at other rules: ", notes);
        return List.copyOf(notes);
    }

    private static void modal(List<PolicyRule> rules, Modal modal, String zh, String en, Set<Message> notes) {
        if (rules.stream().anyMatch(rule -> rule.modal() == modal)) {
            notes.add(Message.of(zh, en));
        }
    }

    private static void parameter(Parameter parameter, Set<Message> notes) {
        String words = "“" + parameter.printed().quote() + "”";
        if (parameter.amount() instanceof Amount.Unset) {
            notes.add(Message.of(words + "没有写出" + parameter.unit().label().zh() + "的数值；录入须有来源。",
                    words + " gives no number of " + parameter.unit().label().en() + "; one may be entered with its source."));
        }
        if (parameter.generally()) {
            notes.add(Message.of(words + "：一般、原则上，例外须说明理由。", words + ": in general, an exception needs a reason."));
        }
    }

    /** Documents that say nothing to any of the entry's questions. */
    private static List<PolicyRule> silent(PolicySnapshot policy, List<PolicyRule> rules) {
        var silent = new ArrayList<PolicyRule>();
        for (PolicyDocument document : policy.documents()) {
            List<PolicyRule> here = rules.stream().filter(rule -> rule.document().equals(document.code())).toList();
            if (here.stream().allMatch(rule -> rule.answer() == Answered.NOT_STATED)) {
                silent.add(here.getFirst());
            }
        }
        return silent;
    }

    private static void documents(PolicySnapshot policy, List<PolicyRule> rules, Predicate<PolicyRule> which, String zh, String en, Set<Message> notes) {
        List<String> codes = rules.stream().filter(which).map(PolicyRule::document).distinct().toList();
        if (!codes.isEmpty()) {
            notes.add(Message.of(zh + String.join("、", codes) + "。", en + codes.stream().map(code -> policy.document(code).id()).collect(Collectors.joining(", ")) + "."));
        }
    }
}
