package cn.dandang.gateway.session;

import cn.dandang.gateway.account.Account;
import java.io.Serial;
import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The proof, kept in the session, that an account has signed in. */
public final class SignedIn extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Account account;
    private final Instant since;

    SignedIn(Account account, Instant since) {
        super(List.of());
        this.account = account;
        this.since = since;
        setAuthenticated(true);
    }

    public Account account() {
        return account;
    }

    Instant since() {
        return since;
    }

    @Override
    public Object getPrincipal() {
        return account.username();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
