package cn.dandang.kit.publishing;

import cn.dandang.contracts.PublishedFact;
import java.util.List;

/** Translates a service's events into published facts. One bean per publishing service; pure: the same event gives the same facts for ever. */
@FunctionalInterface
public interface FactPublisher {

    /** The facts to publish, one per affected person or unit, in a fixed order; empty for an event that concerns nobody else. */
    List<PublishedFact> facts(RecordedEvent event);
}
