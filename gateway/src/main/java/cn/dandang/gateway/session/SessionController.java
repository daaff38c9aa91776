package cn.dandang.gateway.session;

import cn.dandang.gateway.account.Account;
import cn.dandang.gateway.account.LocalAccounts;
import cn.dandang.gateway.problem.Problem;
import cn.dandang.gateway.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in, sign-out, and who is signed in. */
@RestController
@RequestMapping("/api/session")
class SessionController {
    private final ObjectProvider<LocalAccounts> local;
    private final ObjectProvider<ClientRegistrationRepository> providers;
    private final SignInLimiter limiter;
    private final Sessions sessions;
    private final ProblemWriter problems;

    SessionController(ObjectProvider<LocalAccounts> local, ObjectProvider<ClientRegistrationRepository> providers,
            SignInLimiter limiter, Sessions sessions, ProblemWriter problems) {
        this.local = local;
        this.providers = providers;
        this.limiter = limiter;
        this.sessions = sessions;
        this.problems = problems;
    }

    record Credentials(@Nullable String username, @Nullable String password) {}

    record Way(String id, String name, String link) {}

    record Ways(boolean password, List<Way> providers) {}

    /** How this installation lets people sign in; open to everybody, for the sign-in page. */
    @GetMapping("/ways")
    Ways ways() {
        List<Way> links = providers.stream()
                .filter(Iterable.class::isInstance)
                .flatMap(repository -> java.util.stream.StreamSupport.stream(((Iterable<?>) repository).spliterator(), false))
                .map(ClientRegistration.class::cast)
                .map(each -> new Way(each.getRegistrationId(), each.getClientName(), "/oauth2/authorization/" + each.getRegistrationId()))
                .toList();
        return new Ways(local.getIfAvailable() != null, links);
    }

    /** What the sign-in page shows of a demonstration account. */
    record Offered(String username, String displayName, String jurisdiction, List<String> roles) {}

    record Offers(List<Offered> items) {}

    /** The demonstration accounts to choose from; 404 outside profile local, where there are none. */
    @GetMapping("/local-accounts")
    @Nullable ResponseEntity<Offers> offered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocalAccounts accounts = local.getIfAvailable();
        if (accounts == null) {
            problems.write(Problem.notFound(), request, response);
            return null;
        }
        return ResponseEntity.ok(new Offers(accounts.all().stream().map(each -> new Offered(each.username(), each.displayName(), each.jurisdiction(), each.roles())).toList()));
    }

    @GetMapping
    @Nullable ResponseEntity<Account> current(@Nullable Authentication who, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (who instanceof SignedIn signedIn) {
            return ResponseEntity.ok(signedIn.account());
        }
        problems.write(Problem.notSignedIn(), request, response);
        return null;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Nullable ResponseEntity<Account> signIn(@RequestBody Credentials given, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LocalAccounts accounts = local.getIfAvailable();
        String username = given.username() == null ? "" : given.username().strip();
        String password = given.password() == null ? "" : given.password();
        if (accounts == null) {
            problems.write(Problem.notSignedIn("此处不用密码登录，请经身份提供者登录。", "There is no sign-in by password here; use the identity provider."), request, response);
            return null;
        }
        if (username.isEmpty() || password.isEmpty()) {
            problems.write(Problem.malformed("请填写用户名和密码。", "Give a user name and a password."), request, response);
            return null;
        }
        int wait = limiter.begin(username, request.getRemoteAddr());
        if (wait > 0) {
            problems.write(Problem.tooManyRequests(wait), request, response);
            return null;
        }
        Optional<Account> account = accounts.signIn(username, password);
        if (account.isEmpty()) {
            problems.write(Problem.notSignedIn("用户名或密码不对。", "The user name or the password is wrong."), request, response);
            return null;
        }
        limiter.succeeded(username, request.getRemoteAddr());
        sessions.open(account.get(), request, response);
        return ResponseEntity.ok(account.get());
    }

    @DeleteMapping
    ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
        sessions.close(request, response);
        return ResponseEntity.noContent().build();
    }
}
