package cn.dandang.kit.wire.app;

import cn.dandang.contracts.AssessmentFact.NegativeEvaluationEntered;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.contracts.Support;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.due.DueItem;
import cn.dandang.kit.due.DueSource;
import cn.dandang.kit.publishing.FactPublisher;
import cn.dandang.kit.publishing.FactReceived;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.reaction.Effect;
import cn.dandang.kit.reaction.Reaction;
import cn.dandang.kit.reaction.ReactionContext;
import cn.dandang.kit.todo.Todo;
import cn.dandang.kit.todo.TodoSource;
import cn.dandang.kit.view.FactProjection;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import cn.dandang.kit.wire.Matters;
import cn.dandang.kit.wire.Matters.MatterCommand;
import cn.dandang.kit.wire.Matters.MatterEvent;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A service of matters: publishes notes, asks about the evaluations of others, has limits, views and things to do. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class MatterService {
    static final Ground GROUND = new Ground("wire.rule", Support.INHERITED, List.of(new Citation("鲁", "鲁·三·3", "可以在以下方面免责")), null, false, "rules-1");

    record MatterRow(String id, String cadre, LocalDate limit) {}

    record FactRow(String id, int times) {}

    static final class MatterView implements Projection {
        final ViewCollection<MatterRow> rows;

        MatterView(Views views) {
            rows = views.of("matters").collection("rows", MatterRow.class);
        }

        @Override
        public String name() {
            return "matters";
        }

        @Override
        public void on(RecordedEvent event) {
            if (event.event() instanceof MatterEvent.Entered entered) {
                rows.save(event.streamId(), new MatterRow(event.streamId(), entered.cadre(), entered.limit()));
            }
        }
    }

    static final class FactView implements FactProjection {
        final ViewCollection<FactRow> rows;

        FactView(Views views) {
            rows = views.of("facts").collection("rows", FactRow.class);
        }

        @Override
        public String name() {
            return "facts";
        }

        @Override
        public void on(FactReceived<? extends PublishedFact> fact) {
            rows.update(fact.rootCase(), row -> new FactRow(fact.rootCase(), row == null ? 1 : row.times() + 1));
        }
    }

    @Bean
    Matters matters() {
        return new Matters();
    }

    @Bean
    FactPublisher publisher() {
        return Matters.PUBLISHER;
    }

    @Bean
    MatterView matterView(Views views) {
        return new MatterView(views);
    }

    @Bean
    FactView factView(Views views) {
        return new FactView(views);
    }

    @Bean
    DueSource limits() {
        return (event, due) -> {
            if (event.event() instanceof MatterEvent.Entered entered) {
                due.put(new DueItem("limit/" + event.stream(), entered.limit().plusDays(1), List.of(new MatterCommand.Expire(event.stream()))));
            }
        };
    }

    @Bean
    TodoSource openMatters(MatterView view) {
        return actor -> view.rows.list().stream()
                .map(row -> new Todo(row.id(), "matter", Message.of("处理事项", "Handle the matter"), "371000", Set.of(Role.ORG_DECIDER), row.limit(), null, null, "/matters/" + row.id(), LocalDate.of(2026, 11, 20)))
                .toList();
    }

    @Bean
    Reaction<NegativeEvaluationEntered> whenEvaluatedThenAsk() {
        return new Reaction<>() {
            @Override
            public String name() {
                return "when-evaluated-then-ask";
            }

            @Override
            public Class<NegativeEvaluationEntered> on() {
                return NegativeEvaluationEntered.class;
            }

            @Override
            public List<Effect> effects(FactReceived<NegativeEvaluationEntered> fact, ReactionContext context) {
                String matter = "matter-" + fact.rootCase();
                return List.of(new Effect(matter, GROUND, Acts.ASK_A_PERSON, "wire.reading", List.of(new MatterCommand.Annul(matter, fact.id())), Message.of("撤除评价", "Annul the evaluation"), Message.of("是否撤除？", "Annul it?")));
            }

            @Override
            public String nothingToDo() {
                return "never";
            }
        };
    }
}
