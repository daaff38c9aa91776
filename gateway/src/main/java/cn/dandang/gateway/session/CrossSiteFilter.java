package cn.dandang.gateway.session;

import cn.dandang.gateway.problem.Problem;
import cn.dandang.gateway.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses calls that a browser itself marks as coming from a page of another site. */
final class CrossSiteFilter extends OncePerRequestFilter {
    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");
    private final ProblemWriter problems;

    CrossSiteFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && OTHERS.contains(site) && request.getRequestURI().startsWith("/api/")) {
            problems.write(Problem.csrf(), request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
