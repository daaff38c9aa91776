package cn.dandang.kit.web;

import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.problem.Problems;
import cn.dandang.policy.Message;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** A query with {@code Dandang-At-Least: <position>} waits up to two seconds until the views have read that far: one's own write. */
final class AtLeast extends OncePerRequestFilter {
    static final String HEADER = "Dandang-At-Least";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ViewPositions positions;

    AtLeast(ViewPositions positions) {
        this.positions = positions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        @Nullable String header = request.getHeader(HEADER);
        if (header == null || !request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
            return;
        }
        if (!header.matches("\\d{1,18}")) {
            Problems.write(request, response, ProblemType.MALFORMED_REQUEST, Message.of(HEADER + " 须为账本位置（整数）。", HEADER + " is a position of the ledger, a whole number."), Map.of());
            return;
        }
        if (reached(Long.parseLong(header))) {
            chain.doFilter(request, response);
        } else {
            Problems.write(request, response, ProblemType.UNAVAILABLE, Message.of("您的提交已记录，视图尚未更新到该位置，请稍后再查。", "What you submitted is recorded; the views have not read that far yet. Ask again soon."), Map.of());
        }
    }

    private boolean reached(long position) {
        try {
            return positions.awaitAtLeast(position, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
