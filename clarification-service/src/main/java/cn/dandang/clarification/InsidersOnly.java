package cn.dandang.clarification;

import cn.dandang.kit.decision.Refusal;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.problem.Problems;
import cn.dandang.kit.web.Requests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Outsiders are answered before anything of their request is looked at: the same 403 for every path, id, body and header, at once.
 * Even the wait for a position would tell them how long the ledger is.
 */
@Configuration(proxyBeanMethods = false)
class InsidersOnly {
    private static final String BASE = "/api/clarification/v1/";
    /** The auditor verifies the record and opens no sealed value. */
    private static final List<String> FOR_AUDITORS = List.of(BASE + "ledger/", BASE + "dead-letters", BASE + "views", BASE + "erasures", BASE + "published", BASE + "reads", BASE + "archive");

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> insidersOnlyFilter() {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Gate());
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        registration.addUrlPatterns(BASE + "*");
        return registration;
    }

    private static final class Gate extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
            if (request.getRequestURI().startsWith(BASE + "openapi")) {
                chain.doFilter(request, response);
                return;
            }
            Optional<Refusal> outside = Permission.insider(Requests.actor());
            if (outside.isEmpty() || Requests.actor().has(Role.AUDITOR) && FOR_AUDITORS.stream().anyMatch(request.getRequestURI()::startsWith)) {
                chain.doFilter(request, response);
                return;
            }
            Problems.write(request, response, ProblemType.FORBIDDEN_ROLE, outside.get().message(), Map.of());
        }
    }
}
