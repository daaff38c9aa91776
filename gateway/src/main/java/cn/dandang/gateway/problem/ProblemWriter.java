package cn.dandang.gateway.problem;

import cn.dandang.gateway.web.Trace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, in the language that the request prefers; Chinese when it says nothing. */
@Component
public class ProblemWriter {
    private final JsonMapper json = JsonMapper.builder().build();

    /** Answers the request with the problem unless an answer is already under way. */
    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = json.writeValueAsBytes(body(problem, request));
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setLocale(language(request));
        Integer seconds = problem.retryAfterSeconds();
        if (seconds != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        response.getOutputStream().write(body);
    }

    /** The same as a functional answer. */
    public ServerResponse answer(Problem problem, HttpServletRequest request) {
        ServerResponse.BodyBuilder builder = ServerResponse.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language(request).getLanguage());
        Integer seconds = problem.retryAfterSeconds();
        if (seconds != null) {
            builder.header(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return builder.body(body(problem, request));
    }

    private static Map<String, Object> body(Problem problem, HttpServletRequest request) {
        return body(problem, request, Trace.originalPath(request), Trace.of(request).traceId());
    }

    static Map<String, Object> body(Problem problem, HttpServletRequest request, String instance, String traceId) {
        Locale locale = language(request);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:dandang:problem:" + problem.slug());
        body.put("title", problem.title().in(locale));
        body.put("status", problem.status());
        body.put("detail", problem.detail().in(locale));
        body.put("instance", instance);
        body.put("traceId", traceId);
        body.put("messages", Map.of("zh", problem.detail().zh(), "en", problem.detail().en()));
        body.put("clauses", List.of());
        return body;
    }

    private static Locale language(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return Locale.CHINESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), List.of(Locale.CHINESE, Locale.ENGLISH));
            return best == null ? Locale.CHINESE : best;
        } catch (IllegalArgumentException notALanguageRange) {
            return Locale.CHINESE;
        }
    }
}
