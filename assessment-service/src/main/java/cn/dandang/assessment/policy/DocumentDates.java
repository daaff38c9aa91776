package cn.dandang.assessment.policy;

import cn.dandang.assessment.AssessmentRefusal;
import cn.dandang.assessment.Permission;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dates of documents whose text gives none. Entered by the policy official of the document's own place; the newest entry counts. */
@Component
final class DocumentDates implements Decider<PolicyCommand.DateDocument, PolicyEvent.DocumentDated, DocumentDates.Dated> {

    /** @param latest null while no date was entered */
    record Dated(PolicyEvent.@Nullable DocumentDated latest) {}

    @Override
    public String kind() {
        return "policy-document";
    }

    @Override
    public Class<PolicyCommand.DateDocument> commands() {
        return PolicyCommand.DateDocument.class;
    }

    @Override
    public Class<PolicyEvent.DocumentDated> events() {
        return PolicyEvent.DocumentDated.class;
    }

    @Override
    public Dated initial() {
        return new Dated(null);
    }

    @Override
    public Decision<PolicyEvent.DocumentDated> decide(PolicyCommand.DateDocument order, Dated state, Circumstances now) {
        Optional<PolicyDocument> known = now.policy().documents().stream().filter(document -> document.code().equals(order.document())).findFirst();
        if (known.isEmpty()) {
            return Decision.refuse(new AssessmentRefusal.Unknown(Message.of("没有登记代号为“" + order.document() + "”的文件。", "No document with the code " + order.document() + " is registered.")));
        }
        PolicyDocument document = known.get();
        Optional<Refusal> refusal = Permission.within(now.actor(), document.jurisdiction(), Role.POLICY_ADMIN);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (document.effectiveFrom() != null && document.dateCitation() != null) {
            return Decision.refuse(new AssessmentRefusal.DateStatedInText(document.titleZh(), ContractCitations.of(document.dateCitation())));
        }
        if (order.source().isBlank()) {
            return Decision.refuse(new AssessmentRefusal.Malformed(Message.of("录入施行日期须写明来源。", "A date is entered with its source.")));
        }
        if (state.latest() != null && state.latest().effectiveFrom().equals(order.effectiveFrom()) && state.latest().source().equals(order.source())
                && state.latest().demonstration() == order.demonstration()) {
            return Decision.accept();
        }
        return Decision.accept(new PolicyEvent.DocumentDated(order.document(), order.effectiveFrom(), order.source(), order.demonstration(), now.actor().office(), now.today()));
    }

    @Override
    public Dated evolve(Dated state, PolicyEvent.DocumentDated event) {
        return new Dated(event);
    }
}
