package cn.dandang.gateway.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C trace context.
 *
 * @param traceId 32 hexadecimal digits, in answers and logs
 * @param spanId  16 hexadecimal digits, this gateway's part of the trace
 */
public record Trace(String traceId, String spanId) {
    private static final Pattern TRACEPARENT = Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String ATTRIBUTE = Trace.class.getName();

    /** Goes on with the caller's trace if its header is well-formed; else begins one. */
    static Trace from(@Nullable String traceparent) {
        var match = traceparent == null ? null : TRACEPARENT.matcher(traceparent);
        return new Trace(match != null && match.matches() ? match.group(1) : hex() + hex(), hex());
    }

    /** The trace of this request; every request has one. */
    public static Trace of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Trace trace) {
            return trace;
        }
        Trace trace = from(request.getHeader("traceparent"));
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    /** The header that a service gets. */
    public String traceparent() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    /** The path that was asked for, also when the container dispatches to its error page. */
    public static String originalPath(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original ? original : request.getRequestURI();
    }

    /** Tells calls apart; no secret rests on it. */
    private static String hex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
