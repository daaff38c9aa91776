package cn.dandang.assessment.policytext;

import cn.dandang.assessment.AssessmentRefusal;
import cn.dandang.assessment.policytext.PolicyTextCommand.ApproveText;
import cn.dandang.assessment.policytext.PolicyTextCommand.ImportText;
import cn.dandang.assessment.policytext.PolicyTextEvent.TextApproved;
import cn.dandang.assessment.policytext.PolicyTextEvent.TextImported;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.security.Require;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicyDocument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The copy of one document: imported by a policy official of its place or of one below it, approved by another person. */
@Component
final class PolicyTexts implements Decider<PolicyTextCommand, PolicyTextEvent, PolicyTexts.Copies> {

    /**
     * @param pending imported and not approved yet
     * @param shown   the copy that is shown
     */
    record Copies(@Nullable TextImported pending, @Nullable TextImported shown, @Nullable TextApproved approval) {}

    @Override
    public String kind() {
        return "policy-text";
    }

    @Override
    public Class<PolicyTextCommand> commands() {
        return PolicyTextCommand.class;
    }

    @Override
    public Class<PolicyTextEvent> events() {
        return PolicyTextEvent.class;
    }

    @Override
    public Copies initial() {
        return new Copies(null, null, null);
    }

    @Override
    public Decision<PolicyTextEvent> decide(PolicyTextCommand order, Copies state, Circumstances now) {
        Optional<PolicyDocument> known = now.policy().documents().stream().filter(document -> document.code().equals(order.document())).findFirst();
        if (known.isEmpty()) {
            return Decision.refuse(new AssessmentRefusal.Unknown(Message.of("没有登记代号为“" + order.document() + "”的文件。", "No document with the code " + order.document() + " is registered.")));
        }
        return switch (order) {
            case ImportText text -> importing(text, known.get(), now);
            case ApproveText approval -> approving(approval, state, known.get(), now);
        };
    }

    @Override
    public Copies evolve(Copies state, PolicyTextEvent event) {
        return switch (event) {
            case TextImported imported -> new Copies(imported, state.shown(), state.approval());
            case TextApproved approved -> new Copies(null, state.pending(), approved);
        };
    }

    private static Decision<PolicyTextEvent> importing(ImportText order, PolicyDocument document, Circumstances now) {
        Optional<Refusal> refusal = Require.role(now.actor(), Role.POLICY_ADMIN).or(() -> place(now.actor(), document));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (order.source().isBlank()) {
            return Decision.refuse(new AssessmentRefusal.Malformed(Message.of("导入原文须写明来源。", "A text is imported with its source.")));
        }
        // the copy that is shown may come again: that is how a file that went missing is put back
        return Decision.accept(new TextImported(order.document(), order.digest(), order.characters(), order.places(), order.quotations(), order.differing(), order.source(),
                now.actor().person(), now.actor().office(), now.today()));
    }

    private static Decision<PolicyTextEvent> approving(ApproveText order, Copies state, PolicyDocument document, Circumstances now) {
        Optional<Refusal> refusal = Require.role(now.actor(), Role.POLICY_APPROVER).or(() -> place(now.actor(), document));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        TextImported pending = state.pending();
        if (pending == null || !pending.digest().equals(order.digest())) {
            return Decision.refuse(AssessmentRefusal.WrongState.of("没有待核准的这一份原文；请按摘要核对后再试。", "No copy with this digest waits for approval; compare the digest and try again."));
        }
        return Require.notSamePerson(now.actor(), pending.byPerson(), Message.of("导入人不得核准自己导入的原文。", "Who imported a text does not approve it."))
                .<Decision<PolicyTextEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(new TextApproved(order.document(), order.digest(), now.actor().person(), now.actor().office(), now.today())));
    }

    /** A city needs the text of its province, too: the document's own place and every place that inherits from it. */
    private static Optional<Refusal> place(Actor actor, PolicyDocument document) {
        return Jurisdictions.lineage(actor.jurisdiction()).contains(document.jurisdiction()) ? Optional.empty() : Require.jurisdiction(actor, document.jurisdiction());
    }
}
