package cn.dandang.kit.problem;

import cn.dandang.contracts.Citation;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Makes problems for a request, in its language. */
public final class Problems {
    private static final Map<ProblemType, String> RETRY_AFTER_SECONDS = Map.of(ProblemType.UNAVAILABLE, "2", ProblemType.OUTCOME_UNKNOWN, "1", ProblemType.TOO_MANY_REQUESTS, "10");

    private Problems() {}

    public static Problem of(HttpServletRequest request, ProblemType type, Message message, List<Citation> clauses, @Nullable String rulesVersion, Map<String, Object> more) {
        boolean english = english(request);
        return new Problem(type.urn(), english ? type.title().en() : type.title().zh(), type.status(), english ? message.en() : message.zh(),
                request.getRequestURI(), TraceIds.of(request), message, clauses, rulesVersion, more);
    }

    public static ResponseEntity<Problem> answer(HttpServletRequest request, ProblemType type, Message message) {
        return answer(of(request, type, message, List.of(), null, Map.of()), type);
    }

    /** The problem that a refusal's slug names. */
    public static ResponseEntity<Problem> answer(HttpServletRequest request, Refusal refusal, @Nullable String rulesVersion) {
        ProblemType type = ProblemType.of(refusal.slug());
        return answer(of(request, type, refusal.message(), refusal.clauses(), rulesVersion, refusal.details()), type);
    }

    public static ResponseEntity<Problem> answer(Problem problem, ProblemType type) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        headers.setCacheControl("no-store");
        @Nullable String retry = RETRY_AFTER_SECONDS.get(type);
        if (retry != null) {
            headers.set(HttpHeaders.RETRY_AFTER, retry);
        }
        return ResponseEntity.status(problem.status()).headers(headers).body(problem);
    }

    /** Writes a problem where no controller was reached. */
    public static void write(HttpServletRequest request, HttpServletResponse response, ProblemType type, Message message, Map<String, Object> more) throws IOException {
        ResponseEntity<Problem> answer = answer(of(request, type, message, List.of(), null, more), type);
        response.setStatus(type.status());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(Json.bytes(answer.getBody()));
    }

    /** Chinese unless the request prefers English. */
    static boolean english(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
