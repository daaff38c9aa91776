package cn.dandang.kit.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.dandang.contracts.Topics;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.reaction.ReactionBench.Replica;
import cn.dandang.kit.topic.FactCodec;
import cn.dandang.kit.web.Creation;
import cn.dandang.kit.wire.Matters.MatterEvent;
import cn.dandang.kit.wire.TestBroker;
import cn.dandang.kit.wire.WireService;
import cn.dandang.ledger.LedgerUnavailableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ReactionTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Creation RETRY = new Creation(WireService.DECIDER, "key", "digest");

    @TempDir
    private Path folder;
    private ReactionBench bench;

    @BeforeEach
    void open(TestInfo test) {
        bench = new ReactionBench(folder, "react-" + Integer.toHexString(test.getDisplayName().hashCode()));
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private void awaitConclusions(int count) {
        await().atMost(LONG).untilAsserted(() -> assertThat(bench.conclusions()).hasSize(count));
    }

    @Test
    void a_fact_has_its_effect_once_however_often_it_is_delivered() throws Exception {
        String matter = bench.enteredMatter();
        bench.publish(7, "case-1", "annul " + matter);
        bench.publish(7, "case-1", "annul " + matter);
        Replica first = bench.start();
        awaitConclusions(1);
        bench.publish(8, "case-1", "");
        awaitConclusions(2);
        first.close();
        try (Admin admin = bench.service.clients.admin("test")) {
            // as if the process had ended after each conclusion and before the offset was committed
            admin.deleteConsumerGroupOffsets(bench.service.name + ".reactions", Set.copyOf(IntStream.range(0, 6).mapToObj(number -> new TopicPartition(Topics.facts(bench.source), number)).toList())).all().get();
        }
        bench.start();
        bench.publish(9, "case-1", "");
        awaitConclusions(3);
        assertThat(bench.service.events(MatterEvent.Annulled.class)).singleElement().satisfies(event -> assertThat(event.cause()).isEqualTo(bench.source + "/7/0"));
        RecordedEvent effect = bench.service.events().stream().filter(event -> event.event() instanceof MatterEvent.Annulled).findFirst().orElseThrow();
        RecordedEvent conclusion = bench.service.events().get((int) effect.position() + 1);
        assertThat(conclusion.type()).isEqualTo("reaction.concluded.v1");
        assertThat(effect.once()).isEqualTo("when-evaluated-then-do-as-written/" + bench.source + "/7/0/" + matter);
        assertThat(conclusion.once()).isEqualTo("when-evaluated-then-do-as-written/" + bench.source + "/7/0");
        assertThat(conclusion.causation()).isEqualTo(bench.source + "/7/0");
        assertThat(conclusion.correlation()).isEqualTo("correlation-1");
        assertThat(bench.counted).containsExactly("DONE", "NOTHING_TO_DO", "NOTHING_TO_DO");
    }

    @Test
    void one_fact_ends_differently_for_different_targets_in_one_append() {
        String done = bench.enteredMatter();
        String unknown = bench.service.newMatter();
        String asked = bench.enteredMatter();
        bench.start();
        bench.publish(1, "case-1", "annul " + unknown + "; annul " + done + "; ask " + asked);
        awaitConclusions(1);
        assertThat(bench.conclusions().getFirst().targets()).satisfiesExactly(
                target -> {
                    assertThat(target.conclusion()).isEqualTo(Conclusion.REFUSED);
                    assertThat(target.code()).isEqualTo("not-found");
                },
                target -> assertThat(target.conclusion()).isEqualTo(Conclusion.DONE),
                target -> {
                    assertThat(target.conclusion()).isEqualTo(Conclusion.ASKED);
                    assertThat(target.reading()).isEqualTo("wire.reading");
                    assertThat(target.clauses()).isEqualTo(ReactionBench.GROUND.clauses());
                });
        assertThat(bench.matter(done).annulled()).isTrue();
        assertThat(bench.matter(asked).annulled()).isFalse();
        assertThat(bench.service.events().stream().skip(2).map(RecordedEvent::type)).containsExactly("wire.annulled.v1", "question.asked.v1", "reaction.concluded.v1");
    }

    @Test
    void a_fact_without_effect_leaves_a_conclusion_with_its_reason() {
        bench.start();
        bench.publish(1, "case-1", "");
        awaitConclusions(1);
        assertThat(bench.conclusions().getFirst().targets()).singleElement().satisfies(target -> {
            assertThat(target.conclusion()).isEqualTo(Conclusion.NOTHING_TO_DO);
            assertThat(target.reason()).isEqualTo("no evaluation of this fact");
        });
    }

    @Test
    void a_fact_that_cannot_be_handled_waits_for_a_named_person_and_its_case_waits_behind_it() throws Exception {
        String first = bench.enteredMatter();
        String second = bench.enteredMatter();
        String other = bench.enteredMatter();
        Replica replica = bench.start();
        bench.publish(1, "case-1", "poison; annul " + first);
        bench.publish(2, "case-1", "annul " + second);
        bench.publish(3, "case-2", "annul " + other);
        awaitConclusions(1);
        await().atMost(LONG).untilAsserted(() -> assertThat(replica.letters().list(WireService.DECIDER).items()).hasSize(2));
        assertThat(bench.matter(other).annulled()).isTrue();
        assertThat(bench.matter(first).annulled()).isFalse();
        assertThat(bench.matter(second).annulled()).isFalse();
        List<DeadLetter> letters = replica.letters().list(WireService.DECIDER).items();
        assertThat(letters).extracting(DeadLetter::kind).containsExactly(DeadLetter.Kind.FAILED, DeadLetter.Kind.PARKED);
        assertThat(letters.getFirst().reason()).isEqualTo("IllegalStateException");

        // another replica takes over, and knows what waits
        replica.close();
        Replica next = bench.start();
        bench.publish(4, "case-1", "note " + first);
        await().atMost(LONG).untilAsserted(() -> assertThat(next.letters().list(WireService.DECIDER).items()).hasSize(3));

        // parked ones wait behind the first: a retry of any begins with that
        DeadLetterController.RetryAnswer failed = next.letters().retry(RETRY, letters.get(1).id());
        assertThat(failed.resolved()).isEmpty();
        assertThat(failed.failedAt()).isEqualTo(letters.getFirst().id());

        bench.poisonous.set(false);
        DeadLetterController.RetryAnswer answer = next.letters().retry(RETRY, letters.getFirst().id());
        assertThat(answer.resolved()).hasSize(3).startsWith(letters.getFirst().id(), letters.get(1).id());
        assertThat(answer.failedAt()).isNull();
        assertThat(bench.matter(first).annulled()).isTrue();
        assertThat(bench.matter(second).annulled()).isTrue();
        assertThat(bench.conclusions().stream().skip(1)).extracting(ConclusionEvent.ReactionConcluded::retriedBy).containsOnly("person-decider");

        bench.publish(5, "case-1", "note " + second);
        awaitConclusions(5);
        assertThat(next.letters().list(WireService.DECIDER).items()).hasSize(3).extracting(DeadLetter::resolvedBy).containsOnly("person-decider");
    }

    @Test
    void what_is_no_fact_at_all_becomes_a_dead_letter_and_the_partition_goes_on() {
        Replica replica = bench.start();
        ProducerRecord<String, byte[]> good = FactCodec.encode(bench.event(1), 1, List.of(ReactionBench.fact("case-1", ""))).getFirst();
        ProducerRecord<String, byte[]> damaged = new ProducerRecord<>(good.topic(), 0, "case-1", "{\"rootCase\":".getBytes(StandardCharsets.UTF_8), good.headers());
        bench.send(damaged);
        bench.send(new ProducerRecord<>(good.topic(), 0, "case-9", good.value(), good.headers()));
        awaitConclusions(1);
        assertThat(replica.letters().list(WireService.DECIDER).items()).singleElement().satisfies(letter -> assertThat(letter.open()).isTrue());
    }

    @Test
    void a_fact_of_a_type_that_this_version_does_not_know_is_left_alone() {
        Replica replica = bench.start();
        ProducerRecord<String, byte[]> record = FactCodec.encode(bench.event(1), 1, List.of(ReactionBench.fact("case-1", "poison"))).getFirst();
        record.headers().remove("ce_type").add("ce_type", "assessment.from-the-future.v1".getBytes(StandardCharsets.UTF_8));
        bench.send(record);
        bench.publish(2, "case-1", "");
        awaitConclusions(1);
        assertThat(replica.letters().list(WireService.DECIDER).items()).isEmpty();
    }

    @Test
    void only_deciders_of_the_place_or_above_it_have_a_dead_letter_tried_again() {
        Replica replica = bench.start();
        bench.publish(1, "case-1", "poison");
        Actor province = new Actor("p", "o", "u", "370000", Set.of(Role.DISCIPLINE_DECIDER));
        await().atMost(LONG).untilAsserted(() -> assertThat(replica.letters().list(province).items()).hasSize(1));
        String id = replica.letters().list(province).items().getFirst().id();
        Actor elsewhere = new Actor("p", "o", "u", "340000", Set.of(Role.ORG_DECIDER));
        assertThat(replica.letters().list(elsewhere).items()).isEmpty();
        assertThatThrownBy(() -> replica.letters().retry(new Creation(elsewhere, "k", "d"), id)).isInstanceOf(ProblemException.class);
        Actor officer = new Actor("p", "o", "u", "371000", Set.of(Role.ORG_OFFICER));
        assertThatThrownBy(() -> replica.letters().retry(new Creation(officer, "k", "d"), id)).isInstanceOf(ProblemException.class);
        assertThat(bench.conclusions()).isEmpty();
    }

    @Test
    void a_failure_that_is_not_the_facts_fault_never_leads_to_the_dead_letters() {
        assertThat(RetryPolicy.nobodysFault(new IllegalStateException(new LedgerUnavailableException("busy", null)))).isTrue();
        assertThat(RetryPolicy.nobodysFault(new IllegalStateException("poison"))).isFalse();
        assertThat(ReactionBench.QUICK.pauseAfter(1)).isEqualTo(Duration.ofMillis(20));
        assertThat(ReactionBench.QUICK.pauseAfter(9)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void a_second_handling_by_another_replica_changes_nothing() {
        String matter = bench.enteredMatter();
        IntStream.range(0, 8).parallel().forEach(number -> bench.handler.handle(bench.received(5, "case-1", "annul " + matter), null));
        assertThat(bench.conclusions()).hasSize(1);
        assertThat(bench.service.events(MatterEvent.Annulled.class)).hasSize(1);
    }

    @Test
    void counts_and_headers_of_the_dead_letter_topic_hold_no_open_text() {
        Replica replica = bench.start();
        bench.publish(1, "case-1", "poison");
        await().atMost(LONG).until(() -> replica.deadLetters().openCount() == 1);
        TestBroker.committed(Topics.dead(bench.service.name)).getFirst().headers().forEach(header ->
                assertThat(new String(header.value(), StandardCharsets.UTF_8)).doesNotContain("cannot be handled"));
    }
}
