package cn.dandang.gateway.route;

import cn.dandang.gateway.web.Trace;
import java.util.List;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Which headers pass. Both ways a list of the allowed, so that no cookie, no foreign authorization and no forged address reaches
 * a service, and no cookie or policy of a service reaches the browser.
 */
final class ServiceHeaders {
    static final String TOKEN = ServiceHeaders.class.getName() + ".token";

    private ServiceHeaders() {}

    private static HttpHeaders only(List<String> names, HttpHeaders from) {
        HttpHeaders kept = new HttpHeaders();
        for (String name : names) {
            List<String> values = from.get(name);
            if (values != null) {
                kept.addAll(name, values);
            }
        }
        return kept;
    }

    @Component
    static class ToService implements HttpHeadersFilter.RequestHttpHeadersFilter, Ordered {
        static final List<String> PASS = List.of(
                HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.CONTENT_TYPE, HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH,
                "Idempotency-Key", "Dandang-At-Least");

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public HttpHeaders apply(HttpHeaders input, ServerRequest request) {
            HttpHeaders headers = only(PASS, input);
            headers.set("traceparent", Trace.of(request.servletRequest()).traceparent());
            if (request.servletRequest().getAttribute(TOKEN) instanceof String token) {
                headers.setBearerAuth(token);
            }
            return headers;
        }
    }

    @Component
    static class ToBrowser implements HttpHeadersFilter.ResponseHttpHeadersFilter, Ordered {
        static final List<String> PASS = List.of(
                HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LENGTH, HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_LANGUAGE,
                HttpHeaders.CONTENT_ENCODING, HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, HttpHeaders.CACHE_CONTROL,
                HttpHeaders.LINK, HttpHeaders.ALLOW, "Dandang-Position", "Dandang-Progress");

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public HttpHeaders apply(HttpHeaders input, ServerResponse response) {
            return only(PASS, input);
        }
    }
}
