package cn.dandang.gateway.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the trace id into the answer and into every log line, and writes one line per call to a service.
 * Calls to clarification are not written: their number and time would tell of reports.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {
    private static final Logger CALLS = LoggerFactory.getLogger("cn.dandang.gateway.calls");
    private static final Pattern SAFE_PATH = Pattern.compile("/api/[a-z]+/v1/[a-z/-]*");
    private static final Pattern SERVICE = Pattern.compile("/api/[a-z]+");
    private static final Pattern ID = Pattern.compile("/[^/]*[^a-z/-][^/]*");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Trace trace = Trace.of(request);
        response.setHeader("Dandang-Trace-Id", trace.traceId());
        long start = System.nanoTime();
        MDC.put("traceId", trace.traceId());
        try {
            chain.doFilter(request, response);
        } finally {
            String path = request.getRequestURI();
            if (path.startsWith("/api/") && !path.startsWith("/api/clarification")) {
                CALLS.info("{} {} {} {}ms", request.getMethod(), withoutIds(path), response.getStatus(), (System.nanoTime() - start) / 1_000_000);
            }
            MDC.remove("traceId");
        }
    }

    /** Only lower-case words stay: an id stands for a person, and anything else may be whatever a caller typed. */
    static String withoutIds(String path) {
        String[] parts = path.split("/v1/", 2);
        if (parts.length < 2) {
            return SAFE_PATH.matcher(path).matches() || path.equals("/api/session") ? path : "/api/…";
        }
        return SERVICE.matcher(parts[0]).matches() ? parts[0] + "/v1" + ID.matcher("/" + parts[1]).replaceAll("/{id}") : "/api/…";
    }
}
