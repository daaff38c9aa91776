package cn.dandang.kit.question;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.todo.TodoSource;
import cn.dandang.kit.view.Views;
import cn.dandang.kit.web.ViewPositions;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** The questions of a service. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class QuestionAutoConfiguration {

    @Bean
    QuestionDecider questionDecider() {
        return new QuestionDecider();
    }

    @Bean
    QuestionProjection questionProjection(Views views) {
        return new QuestionProjection(views);
    }

    @Bean
    TodoSource questionTodos(DandangProperties properties, QuestionProjection questions) {
        return new QuestionTodos(properties.service(), questions);
    }

    @Bean
    QuestionController questionController(Orders orders, QuestionDecider decider, QuestionProjection questions, AskedEffects effects, PersonalData personal, ViewPositions positions) {
        return new QuestionController(orders, decider, questions, effects, personal, positions);
    }
}
