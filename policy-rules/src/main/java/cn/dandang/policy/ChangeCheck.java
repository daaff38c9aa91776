package cn.dandang.policy;

import java.util.List;
import java.util.Objects;

/** What a change may not be. Every refusal is a sentence in both languages. */
final class ChangeCheck {
    private final PolicySnapshot policy;

    ChangeCheck(PolicySnapshot policy) {
        this.policy = policy;
    }

    void refuse(PolicyChange change) {
        switch (change) {
            case PolicyChange.DocumentDated dated -> policy.document(dated.date().document());
            case PolicyChange.ReadingConfirmed confirmed -> reading(confirmed.reading());
            case PolicyChange.RuleRevised revised -> rule(revised.revision());
            case PolicyChange.PackSwitched switched -> pack(switched.answer());
            case PolicyChange.ParameterRevised revised -> parameter(revised.version());
            case PolicyChange.AmountRevised revised -> new AmountCheck(policy, revised.version()).refuse();
        }
    }

    private void reading(ConfirmedReading reading) {
        Reading known = policy.reading(reading.readingId()).orElseThrow(() -> refused("没有登记编号为“" + reading.readingId() + "”的口径。",
                "No reading is registered under \"" + reading.readingId() + "\"."));
        if (!known.askedIn(reading.jurisdiction())) {
            throw refused("口径“" + known.id() + "”不在 " + reading.jurisdiction() + " 提出。",
                    "The reading \"" + known.id() + "\" is not asked in " + reading.jurisdiction() + ".");
        }
        if (!known.hasChoice(reading.choice())) {
            throw refused("口径“" + known.id() + "”没有选项“" + reading.choice() + "”。",
                    "The reading \"" + known.id() + "\" has no choice \"" + reading.choice() + "\".");
        }
    }

    private void rule(RuleRevision revision) {
        PolicyRule rule = policy.rule(revision.ruleId()).orElseThrow(() -> refused("没有登记编号为“" + revision.ruleId() + "”的规则。",
                "No rule is registered under \"" + revision.ruleId() + "\"."));
        if (policy.revisions(rule.id()).stream().anyMatch(held -> held.from().equals(revision.from()))) {
            throw refused("规则“" + rule.id() + "”自 " + revision.from() + " 起的内容已公布，不得改写。",
                    "What \"" + rule.id() + "\" says from " + revision.from() + " on is published already and is not rewritten.");
        }
        if (policy.effectiveDate(rule.document()).map(date -> !revision.from().isAfter(date.effectiveFrom())).orElse(true)) {
            throw refused("新版本须在文件施行之后生效；文件 " + rule.document() + " 的施行日期未录入或不早于 " + revision.from() + "。",
                    "A new version begins after its document; the date of " + rule.document() + " is not entered, or not before " + revision.from() + ".");
        }
        if (revision.source().isBlank() || (revision.answer() != Answered.NOT_STATED
                && (revision.clauses().isEmpty() || revision.clauses().stream().anyMatch(clause -> !clause.document().equals(rule.document()))))) {
            throw refused("新版本须写明来源，并引用文件 " + rule.document() + " 的条款。",
                    "A new version gives its source and cites clauses of " + rule.document() + ".");
        }
        RedLineCheck.loosened(policy.documents(), revision.of(rule), (key, code) -> policy.rule(key, code, revision.from())).ifPresent(sentence -> {
            throw new PolicyChangeException(sentence);
        });
    }

    private void pack(PackSwitch answer) {
        Pack pack = policy.pack(answer.pack()).orElseThrow(() -> refused("没有登记编号为“" + answer.pack() + "”的规则包。",
                "No pack is registered under \"" + answer.pack() + "\"."));
        if (answer.on() && !pack.shipped()) {
            throw refused("规则包“" + pack.id() + "”只列名称，没有可启用的内容。", "The pack \"" + pack.id() + "\" is listed by name only and has nothing to switch on.");
        }
        if (answer.byPerson().isBlank() || answer.reason().isBlank()) {
            throw refused("启用或不启用规则包须有具名人员和理由。", "A pack is switched on or off by a named person with a reason.");
        }
        Jurisdictions.lineage(answer.jurisdiction());
    }

    private void parameter(ParameterVersion version) {
        PackParameter known = policy.packs().stream().flatMap(pack -> pack.parameters().stream()).filter(p -> p.id().equals(version.parameter())).findFirst()
                .orElseThrow(() -> refused("没有登记编号为“" + version.parameter() + "”的参数。", "No parameter is registered under \"" + version.parameter() + "\"."));
        if (version.source().isBlank() || version.value().isBlank()) {
            throw refused("新值须写明内容和来源。", "A new value is given with its source.");
        }
        boolean taken = policy.versions(known.id()).stream().anyMatch(held -> held.from().equals(version.from()))
                || known.values().stream().map(PackParameter.Value::since).filter(Objects::nonNull).anyMatch(since -> !since.isBefore(version.from()));
        if (taken) {
            throw refused("参数“" + known.id() + "”自 " + version.from() + " 起的值已公布，不得改写。",
                    "The value of \"" + known.id() + "\" from " + version.from() + " on is published already and is not rewritten.");
        }
    }

    static PolicyChangeException refused(String zh, String en) {
        return new PolicyChangeException(Message.of(zh, en));
    }

    /** Every sentence that refuses one of these changes, each seen on top of those before it. */
    static List<Message> refusals(PolicySnapshot policy, List<PolicyChange> changes) {
        var refusals = new java.util.ArrayList<Message>();
        PolicySnapshot seen = policy;
        for (PolicyChange change : changes) {
            try {
                seen = seen.with(change);
            } catch (PolicyChangeException refused) {
                refusals.add(refused.says());
            }
        }
        return List.copyOf(refusals);
    }
}
