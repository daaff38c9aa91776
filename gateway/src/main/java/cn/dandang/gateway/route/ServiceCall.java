package cn.dandang.gateway.route;

import cn.dandang.gateway.problem.Problem;
import cn.dandang.gateway.problem.ProblemWriter;
import cn.dandang.gateway.session.SignedIn;
import cn.dandang.gateway.token.ServiceTokens;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.circuitbreaker.CircuitBreakerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * One call to a service: checks what the browser sent, adds the token, waits no longer than the limit. A service that is down,
 * slow, known to be failing or breaking off half-way gives 503 with Retry-After; an order that may have been taken says so.
 */
@Component
class ServiceCall {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceCall.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern VERSION = Pattern.compile("\\*|(W/)?\"[\\x21\\x23-\\x7e]{0,100}\"");
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    private final CircuitBreakerFactory<?, ?> breakers;
    private final ServiceTokens tokens;
    private final ProblemWriter problems;

    ServiceCall(CircuitBreakerFactory<?, ?> breakers, ServiceTokens tokens, ProblemWriter problems) {
        this.breakers = breakers;
        this.tokens = tokens;
        this.problems = problems;
    }

    HandlerFilterFunction<ServerResponse, ServerResponse> to(String service) {
        return (request, next) -> {
            HttpServletRequest raw = request.servletRequest();
            if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
                return problems.answer(Problem.notSignedIn(), raw);
            }
            Problem malformed = malformed(request);
            if (malformed != null) {
                return problems.answer(malformed, raw);
            }
            raw.setAttribute(ServiceHeaders.TOKEN, tokens.token(raw.getSession(), signedIn.account(), service));
            return breakers.create(isReport(request) ? Resilience.ofReports(service) : service).run(() -> handle(request, next), failure -> refused(service, raw, failure));
        };
    }

    /** What a change of the rules would alter is worked out over a whole ledger. */
    private static boolean isReport(ServerRequest request) {
        return request.path().endsWith("/policy-impacts");
    }

    private static ServerResponse handle(ServerRequest request, org.springframework.web.servlet.function.HandlerFunction<ServerResponse> next) {
        try {
            ServerResponse answer = next.handle(request);
            WholeAnswer.await(request);
            return answer;
        } catch (Exception failure) {
            throw new CallFailed(failure);
        }
    }

    private ServerResponse refused(String service, HttpServletRequest request, Throwable failure) {
        Throwable cause = failure instanceof CallFailed wrapped ? wrapped.getCause() : failure;
        if (!service.equals("clarification")) {
            // a line per failed call there would tell that there was one
            LOG.warn("service {} did not answer: {}", service, innermost(cause).getClass().getSimpleName());
        }
        if (cause instanceof CallNotPermittedException) {
            return problems.answer(Problem.unavailable(service).retryAfter(3), request);
        }
        boolean reached = !nothingWasSent(innermost(cause));
        boolean mayHaveEffect = reached && !SAFE.contains(request.getMethod());
        Problem problem = mayHaveEffect ? Problem.outcomeUnknown(service) : Problem.unavailable(service);
        return problems.answer(problem.retryAfter(cause instanceof TimeoutException ? 5 : 2), request);
    }

    /** Whether there was no connection to send it on. */
    private static boolean nothingWasSent(Throwable failure) {
        return failure instanceof ConnectException || failure instanceof ConnectTimeoutException || failure instanceof ConnectionRequestTimeoutException
                || failure instanceof NoRouteToHostException || failure instanceof UnknownHostException;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !nothingWasSent(cause)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static @Nullable Problem malformed(ServerRequest request) {
        return firstProblem(
                check(request, "Idempotency-Key", KEY, "须为 1 至 200 个可见 ASCII 字符", "must be 1 to 200 visible ASCII characters"),
                check(request, "If-Match", VERSION, "须为一个带引号的版本", "must be one quoted version"),
                check(request, "Dandang-At-Least", POSITION, "须为一个非负整数", "must be a non-negative whole number"));
    }

    private static @Nullable Problem check(ServerRequest request, String header, Pattern form, String zh, String en) {
        var values = request.headers().header(header);
        boolean fine = values.isEmpty() || values.size() == 1 && form.matcher(values.getFirst()).matches();
        return fine ? null : Problem.malformed("请求头 " + header + " " + zh + "。", "Header " + header + " " + en + ".");
    }

    private static @Nullable Problem firstProblem(@Nullable Problem... problems) {
        for (Problem problem : problems) {
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static final class CallFailed extends RuntimeException {
        CallFailed(Exception cause) {
            super(cause);
        }

        @Override
        public synchronized Exception getCause() {
            return (Exception) super.getCause();
        }
    }
}
