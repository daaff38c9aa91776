package cn.dandang.kit.erasure;

import cn.dandang.contracts.ErasureFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.erasure.ErasureEvent.PersonalDataErased;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.publishing.RecordedEvent;
import java.util.List;

/** A service's publisher with the kit's own facts beside it: an erasure that was carried out, of persons only. */
public final class ErasurePublisher implements FactPublisher {
    private final FactPublisher service;

    public ErasurePublisher(FactPublisher service) {
        this.service = service;
    }

    @Override
    public List<PublishedFact> facts(RecordedEvent event) {
        return switch (event.event()) {
            case PersonalDataErased erased when ErasureKind.of(erased.key()).orElseThrow() == ErasureKind.PERSON -> List.of(new ErasureFact.PersonErased(
                    ErasureKind.PERSON.subject(erased.key()), erased.key(), erased.jurisdiction(), erased.rule(), erased.article(), erased.commitment(), erased.erasedOn()));
            case ErasureEvent other -> List.of();
            default -> service.facts(event);
        };
    }
}
