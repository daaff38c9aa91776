package cn.dandang.kit.web;

import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.problem.Problems;
import cn.dandang.policy.Message;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.web.filter.OncePerRequestFilter;

/** 503 with progress: orders until the service is live, queries until it is ready. */
final class NotReadyYet extends OncePerRequestFilter {
    private final StartPhases phases;

    NotReadyYet(StartPhases phases) {
        this.phases = phases;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        boolean query = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (phases.ready() || !query && phases.live()) {
            chain.doFilter(request, response);
            return;
        }
        String progress = phases.progress();
        Problems.write(request, response, ProblemType.UNAVAILABLE, Message.of("服务正在启动（" + progress + "），请稍后再试。", "The service is starting (" + progress + "). Try again soon."),
                Map.of("progress", progress));
    }
}
