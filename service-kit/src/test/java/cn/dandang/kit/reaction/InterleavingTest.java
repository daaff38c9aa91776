package cn.dandang.kit.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.wire.Matters.Matter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.io.TempDir;

/** Facts of different cases have no order between them: whatever order they come in, the end is the same. */
class InterleavingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void every_interleaving_of_the_topics_ends_in_the_same_state(long seed) throws Exception {
        try (ReactionBench bench = new ReactionBench(folder, "shuffle-" + seed)) {
            List<String> matters = List.of(bench.enteredMatter(), bench.enteredMatter(), bench.enteredMatter());
            List<List<FactReceived<?>>> topics = List.of(new ArrayList<>(), new ArrayList<>());
            for (int number = 0; number < 3; number++) {
                topics.get(0).add(bench.received(number, "left-" + number, "half " + matters.get(number)));
                topics.get(1).add(bench.received(10 + number, "right-" + number, "half " + matters.get(number)));
                topics.get(1).add(bench.received(20 + number, "right-" + number, "annul " + bench.service.newMatter()));
            }
            Random random = new Random(seed);
            while (topics.stream().anyMatch(topic -> !topic.isEmpty())) {
                List<FactReceived<?>> topic = topics.get(random.nextInt(2));
                if (!topic.isEmpty()) {
                    FactReceived<?> next = topic.removeFirst();
                    bench.handler.handle(next, null);
                    if (random.nextBoolean()) {
                        bench.handler.handle(next, null);
                    }
                }
            }
            assertThat(matters).allSatisfy(matter -> assertThat(bench.matter(matter)).isEqualTo(new Matter("cadre", 2, false, true)));
            assertThat(new TreeSet<>(bench.conclusions().stream().map(ConclusionEvent.ReactionConcluded::fact).toList())).hasSize(9);
            assertThat(bench.conclusions().stream().flatMap(concluded -> concluded.targets().stream()).filter(target -> target.conclusion() == Conclusion.REFUSED)).hasSize(3);
            assertThat(bench.conclusions()).hasSize(9);
        }
    }
}
