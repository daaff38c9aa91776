package cn.dandang.kit.problem;

import cn.dandang.kit.orders.OrderRefusedException;
import cn.dandang.kit.personal.KeyErasedException;
import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.OutcomeUnknownException;
import cn.dandang.policy.Message;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever a controller throws into a problem. What is not foreseen is logged with its trace id and told to nobody. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice {
    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> on(OrderRefusedException refused, HttpServletRequest request) {
        return Problems.answer(request, refused.refusal(), refused.rulesVersion());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(ProblemException problem, HttpServletRequest request) {
        return Problems.answer(Problems.of(request, problem.type(), problem.inBothLanguages(), problem.clauses(), null, problem.more()), problem.type());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(OutcomeUnknownException unknown, HttpServletRequest request) {
        return Problems.answer(request, ProblemType.OUTCOME_UNKNOWN, Message.of("账本未在时限内确认本次提交；请用同一 Idempotency-Key 再次提交，系统会给出首次结果。",
                "The ledger did not confirm in time. Submit again with the same Idempotency-Key: you get the first result if it was recorded."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(LedgerUnavailableException unavailable, HttpServletRequest request) {
        log.warn("The ledger cannot serve", unavailable);
        return Problems.answer(request, ProblemType.UNAVAILABLE, Message.of("账本暂时无法写入，本次提交未被记录，请稍后再试。", "The ledger cannot write now; nothing was recorded. Try again soon."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(KeyErasedException erased, HttpServletRequest request) {
        return Problems.answer(request, ProblemType.WRONG_STATE, Message.of("该人员的个人信息已依法删除，不能再登记新的内容。", "This person's data was erased by law; nothing new can be recorded."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return malformed(request, Malformed.of(unreadable));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(BindException invalid, HttpServletRequest request) {
        return malformed(request, Malformed.of(invalid.getFieldErrors()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HandlerMethodValidationException invalid, HttpServletRequest request) {
        return malformed(request, Malformed.of(invalid));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MissingServletRequestParameterException missing, HttpServletRequest request) {
        return malformed(request, Malformed.missing(missing.getParameterName()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        return malformed(request, Malformed.unreadable(mismatch.getName()));
    }

    @ExceptionHandler({NoHandlerFoundException.class, NoResourceFoundException.class})
    ResponseEntity<Problem> onUnknownPath(Exception unknown, HttpServletRequest request) {
        return Problems.answer(request, ProblemType.NOT_FOUND, Message.of("没有这个地址。", "There is no such address."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpRequestMethodNotSupportedException method, HttpServletRequest request) {
        return Problems.answer(request, ProblemType.METHOD_NOT_ALLOWED, Message.of("此地址不支持 " + method.getMethod() + "。", "This address does not take " + method.getMethod() + "."));
    }

    @ExceptionHandler({HttpMediaTypeNotSupportedException.class, HttpMediaTypeNotAcceptableException.class})
    ResponseEntity<Problem> onMediaType(Exception media, HttpServletRequest request) {
        return Problems.answer(request, ProblemType.UNSUPPORTED_MEDIA_TYPE, Message.of("内容类型须为 application/json。", "The media type must be application/json."));
    }

    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void onSecurity(RuntimeException security) {
        // the security chain answers these, not this advice
        throw security;
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(Exception unforeseen, HttpServletRequest request) {
        log.error("Unforeseen failure, trace {}", TraceIds.of(request), unforeseen);
        return Problems.answer(request, ProblemType.INTERNAL, Message.of("系统内部错误，已记录；请凭追踪号联系管理员。", "An internal error was logged. Give the trace id to your administrator."));
    }

    private static ResponseEntity<Problem> malformed(HttpServletRequest request, Malformed found) {
        Map<String, Object> more = found.fields().isEmpty() ? Map.of() : Map.of("fields", found.fields());
        return Problems.answer(Problems.of(request, ProblemType.MALFORMED_REQUEST, found.message(), List.of(), null, more), ProblemType.MALFORMED_REQUEST);
    }
}
