package cn.dandang.incentive.publishing;

import static cn.dandang.incentive.Given.CADRE;
import static cn.dandang.incentive.Given.FACT;
import static cn.dandang.incentive.Given.GROUND;
import static cn.dandang.incentive.Given.TEXT;
import static cn.dandang.incentive.Given.TODAY;
import static cn.dandang.incentive.Given.WEIHAI;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.contracts.FactTypes;
import cn.dandang.contracts.IncentiveFact;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.incentive.nomination.HoldEvent;
import cn.dandang.incentive.nomination.NominationEvent;
import cn.dandang.incentive.talk.TalkEvent;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.publishing.RecordedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published equals the stored samples, byte for byte: consumers read them for ever. */
class IncentivePublisherContractTest {
    private static final String ID = "0195d3a0-0002-7b00-8000-000000000001";
    private static final IncentivePublisher PUBLISHER = new IncentivePublisher();

    private static List<DomainEvent> events() {
        return List.of(new NominationEvent.NominationProposed(ID, WEIHAI, CADRE, "记三等功", "officer", TODAY),
                new HoldEvent.NominationHeld(ID, WEIHAI, CADRE, FACT, "e1", TEXT, "officer", TODAY),
                new HoldEvent.NominationReleased(ID, WEIHAI, CADRE, FACT, TODAY, GROUND, "tolerance/7/0", null),
                new NominationEvent.AwardConferred(ID, WEIHAI, CADRE, "记三等功", "decider", TODAY),
                new TalkEvent.TalkProposed(ID, WEIHAI, CADRE, TODAY, GROUND, "tolerance/7/0"));
    }

    private static RecordedEvent recorded(DomainEvent event) {
        return new RecordedEvent("incentive", 7, "event", "talk-" + ID, 0, "type", 1, Instant.EPOCH, Instant.EPOCH, "person", "office", WEIHAI, null, null, "event", "v1", event);
    }

    private static Stream<PublishedFact> published() {
        return events().stream().flatMap(event -> PUBLISHER.facts(recorded(event)).stream());
    }

    @ParameterizedTest
    @MethodSource("published")
    void what_is_published_equals_the_stored_sample(PublishedFact fact) throws IOException {
        try (InputStream sample = Objects.requireNonNull(getClass().getResourceAsStream("/published/" + fact.type() + ".json"), () -> "No sample for " + Json.text(fact))) {
            String stored = new String(sample.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(Json.text(fact)).isEqualTo(stored);
            assertThat(Json.read(stored, FactTypes.byName(fact.type()).orElseThrow())).isEqualTo(fact);
        }
    }

    @Test
    void every_type_this_service_publishes_has_a_sample() {
        assertThat(published().map(Object::getClass)).containsExactlyInAnyOrderElementsOf(List.of(IncentiveFact.class.getPermittedSubclasses()));
    }

    @Test
    void each_step_of_a_talk_is_told_without_reason_or_notes() {
        List<DomainEvent> steps = List.of(new TalkEvent.TalkPlanned(ID, WEIHAI, CADRE, TEXT, "party", TODAY), new TalkEvent.TalkDeclined(ID, WEIHAI, CADRE, TEXT, "party", TODAY),
                new TalkEvent.TalkHeld(ID, WEIHAI, CADRE, TEXT, "party", TODAY));
        assertThat(steps.stream().flatMap(event -> PUBLISHER.facts(recorded(event)).stream()).map(IncentiveFact.TalkMoved.class::cast).map(IncentiveFact.TalkMoved::step))
                .containsExactly(IncentiveFact.TalkStep.PLANNED, IncentiveFact.TalkStep.DECLINED, IncentiveFact.TalkStep.HELD);
        assertThat(steps.stream().flatMap(event -> PUBLISHER.facts(recorded(event)).stream()).map(Json::text)).noneMatch(text -> text.contains(TEXT.data() + "\""));
        assertThat(PUBLISHER.facts(recorded(new HoldEvent.NominationHoldRenewed(ID, WEIHAI, TEXT, "officer", TODAY)))).isEmpty();
    }
}
