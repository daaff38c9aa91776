package cn.dandang.gateway.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session ten hours after its sign-in, however busy it is; the idle limit is the container's. */
final class SessionAgeFilter extends OncePerRequestFilter {
    private static final Duration LONGEST = Duration.ofHours(10);
    private final Sessions sessions;

    SessionAgeFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && signedIn.since().plus(LONGEST).isBefore(Instant.now())) {
            sessions.close(request, response);
        }
        chain.doFilter(request, response);
    }
}
