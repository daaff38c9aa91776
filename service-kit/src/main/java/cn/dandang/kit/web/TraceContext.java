package cn.dandang.kit.web;

import cn.dandang.kit.problem.TraceIds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the trace id into every log line of a request. */
final class TraceContext extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try (MDC.MDCCloseable traced = MDC.putCloseable(TraceIds.KEY, TraceIds.of(request))) {
            chain.doFilter(request, response);
        }
    }
}
