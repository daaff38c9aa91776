package cn.dandang.gateway.session;

import cn.dandang.gateway.account.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Opens and closes sessions. A sign-in changes the session's id and its CSRF token, so that nothing known before is of use after. */
@Component
class Sessions {
    private final SecurityContextRepository contexts;
    private final CsrfTokenRepository csrfTokens;
    private final SessionAuthenticationStrategy onSignIn;
    private final Clock clock = Clock.systemUTC();

    Sessions(SecurityContextRepository contexts, CsrfTokenRepository csrfTokens) {
        this.contexts = contexts;
        this.csrfTokens = csrfTokens;
        this.onSignIn = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)));
    }

    void open(Account account, HttpServletRequest request, HttpServletResponse response) {
        SignedIn signedIn = new SignedIn(account, clock.instant());
        HttpSession before = request.getSession(false);
        if (before != null) {
            // tokens of another account must not be found in this one's session
            before.getAttributeNames().asIterator().forEachRemaining(before::removeAttribute);
        } else {
            request.getSession(true);
        }
        onSignIn.onAuthentication(signedIn, request, response);
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken fresh) {
            fresh.getToken();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    void close(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        csrfTokens.saveToken(null, request, response);
        SecurityContextHolder.clearContext();
    }
}
