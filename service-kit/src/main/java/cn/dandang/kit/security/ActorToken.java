package cn.dandang.kit.security;

import cn.dandang.kit.decision.Actor;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import java.util.Map;

/** A verified token of the gateway and the actor it names. */
public final class ActorToken extends AbstractOAuth2TokenAuthenticationToken<Jwt> {
    private static final long serialVersionUID = 1L;
    private final transient Actor actor;

    ActorToken(Jwt token, Actor actor) {
        super(token, token, token, actor.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList());
        this.actor = actor;
        setAuthenticated(true);
    }

    public Actor actor() {
        return actor;
    }

    @Override
    public String getName() {
        return actor.person();
    }

    @Override
    public Map<String, Object> getTokenAttributes() {
        return getToken().getClaims();
    }
}
