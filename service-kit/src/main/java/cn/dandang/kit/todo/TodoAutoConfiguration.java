package cn.dandang.kit.todo;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.web.ViewPositions;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** What persons have to do in a service. */
@AutoConfiguration
@ConditionalOnProperty("dandang.service")
public class TodoAutoConfiguration {

    @Bean
    TodoController todoController(List<TodoSource> sources, BusinessClock clock, ViewPositions positions, DandangProperties properties) {
        return new TodoController(sources, clock, positions, properties.service());
    }
}
