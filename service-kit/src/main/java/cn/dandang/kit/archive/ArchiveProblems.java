package cn.dandang.kit.archive;

import cn.dandang.kit.boot.DandangProperties;
import cn.dandang.kit.problem.Problem;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.problem.Problems;
import cn.dandang.ledger.ArchiveUnreadableException;
import cn.dandang.policy.Message;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers who asked for something archived that cannot be read: which file, which position, what to do. Positions of reports are told to nobody. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ArchiveProblems {
    private static final Logger log = LoggerFactory.getLogger(ArchiveProblems.class);
    private final DandangProperties properties;

    ArchiveProblems(DandangProperties properties) {
        this.properties = properties;
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ArchiveUnreadableException unreadable, HttpServletRequest request) {
        log.error("An archived record cannot be read", unreadable);
        Message message = properties.reports() ? Message.of("已归档的内容暂不可读，请联系平台管理人员查看归档状态。", "What was archived cannot be read now. Ask the platform's operators to look at the archive.")
                : Message.of(unreadable.messages().get("zh"), unreadable.messages().get("en"));
        return Problems.answer(request, ProblemType.UNAVAILABLE, message);
    }
}
