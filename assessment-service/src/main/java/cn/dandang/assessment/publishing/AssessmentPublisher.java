package cn.dandang.assessment.publishing;

import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationAnnulled;
import cn.dandang.assessment.evaluation.EvaluationEvent.NegativeEvaluationEntered;
import cn.dandang.assessment.policy.ChangeEvent;
import cn.dandang.assessment.policy.PolicyEvent;
import cn.dandang.assessment.register.RegisterEvent;
import cn.dandang.assessment.setup.SetupEvent;
import cn.dandang.contracts.AssessmentFact;
import cn.dandang.contracts.PolicyFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.publishing.RecordedEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Events of assessment as published facts. How a fact stands here, flags and rules looked at are nobody else's concern. */
@Component
public final class AssessmentPublisher implements FactPublisher {

    @Override
    public List<PublishedFact> facts(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case RegisterEvent.UnitRegistered unit -> List.of(new RegisterFact.UnitRegistered(unit.id(), unit.name(), unit.kind(), unit.jurisdiction(), unit.code(), unit.parent(), unit.demonstration()));
            case RegisterEvent.PersonRegistered person -> List.of(new RegisterFact.PersonRegistered(person.id(), person.name().toText(), person.jurisdiction(), person.demonstration()));
            case RegisterEvent.PostRegistered post -> List.of(new RegisterFact.PostRegistered(post.id(), post.person(), post.unit(), post.title(), post.postLevel(), post.rank(), post.from(), post.to()));
            case RegisterEvent.AuthorityRegistered held -> List.of(new RegisterFact.AuthorityRegistered(held.id(), held.person(), held.body(), held.role(), held.from(), held.to()));
            case PolicyEvent.DocumentDated dated -> List.of(new PolicyFact.DocumentDated(recorded.streamId(), dated.document(), dated.effectiveFrom(), dated.source(), dated.demonstration(), dated.byOffice(), dated.enteredOn()));
            case PolicyEvent.ReadingConfirmed confirmed -> List.of(new PolicyFact.ReadingConfirmed(recorded.streamId(), confirmed.reading(), confirmed.jurisdiction(), confirmed.choice(), confirmed.reason(),
                    confirmed.demonstration(), confirmed.byPerson(), confirmed.byOffice(), confirmed.confirmedOn()));
            case ChangeEvent.ChangePublished published -> List.of(new PolicyFact.ChangePublished(published.change(), published.jurisdiction(), published.title(), published.items(), published.draftedBy(),
                    published.approvedBy(), published.publishedOn()));
            case SetupEvent.PlaceOpened opened -> List.of(new PolicyFact.PlaceOpened(recorded.streamId(), opened.jurisdiction(), opened.proposedBy(), opened.approvedBy(), opened.demonstration(), opened.openedOn()));
            case NegativeEvaluationEntered entered -> List.of(new AssessmentFact.NegativeEvaluationEntered(entered.evaluation(), entered.evaluation(), entered.jurisdiction(), entered.cadre(), entered.factId(),
                    entered.kind(), entered.enteredOn()));
            case NegativeEvaluationAnnulled annulled -> List.of(new AssessmentFact.NegativeEvaluationAnnulled(annulled.rootCase(), annulled.evaluation(), annulled.jurisdiction(), annulled.cadre(), annulled.factId(),
                    annulled.annulledOn(), annulled.ground(), annulled.cause()));
            default -> List.of();
        };
    }
}
