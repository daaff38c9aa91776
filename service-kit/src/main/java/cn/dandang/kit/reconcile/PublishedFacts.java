package cn.dandang.kit.reconcile;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerCursor;
import cn.dandang.ledger.Recorded;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The facts that a ledger's events give, in the order and under the numbers in which the relay tells them. */
public final class PublishedFacts {
    private final String service;
    private final Ledger ledger;
    private final Function<Recorded, RecordedEvent> reader;
    private final FactPublisher publisher;
    private final boolean opaque;

    /** @param opaque whether facts are numbered by themselves instead of by their place in the ledger */
    public PublishedFacts(String service, Ledger ledger, Function<Recorded, RecordedEvent> reader, FactPublisher publisher, boolean opaque) {
        this.service = service;
        this.ledger = ledger;
        this.reader = reader;
        this.publisher = publisher;
        this.opaque = opaque;
    }

    /** Hands over every fact from one told position up to, not including, another, or the head. */
    public void read(long from, long to, Consumer<FactLine> taker) {
        long ordinal = 0;
        try (LedgerCursor cursor = ledger.cursor(opaque ? 0 : from, opaque ? ledger.head() : Math.min(to, ledger.head()))) {
            while (cursor.hasNext()) {
                RecordedEvent event = reader.apply(cursor.next());
                List<PublishedFact> facts = publisher.facts(event);
                long told = opaque ? ordinal : event.position();
                ordinal += facts.isEmpty() ? 0 : 1;
                for (int part = 0; told >= from && told < to && part < facts.size(); part++) {
                    PublishedFact fact = facts.get(part);
                    taker.accept(FactLine.of(FactCodec.topicOf(service, fact), service + "/" + told + "/" + part, told, part, fact));
                }
            }
        }
    }
}
