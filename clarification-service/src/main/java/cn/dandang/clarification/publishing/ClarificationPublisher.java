package cn.dandang.clarification.publishing;

import cn.dandang.clarification.clarification.ClarificationCases.ClarificationIssued;
import cn.dandang.contracts.ClarificationFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.publishing.RecordedEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** One kind of event leaves: that a cadre was cleared, and of which facts. Nothing of reports, allegations, duties or persons who reported. */
@Component
public final class ClarificationPublisher implements FactPublisher {

    @Override
    public List<PublishedFact> facts(RecordedEvent recorded) {
        return recorded.event() instanceof ClarificationIssued issued
                ? List.of(new ClarificationFact.ClarificationIssued(issued.clarification(), issued.jurisdiction(), issued.accused(), issued.factIds(), issued.on(), issued.ground()))
                : List.of();
    }
}
