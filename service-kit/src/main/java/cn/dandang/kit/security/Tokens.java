package cn.dandang.kit.security;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What a token must say, and the actor it names. The signature is the decoder's part. */
public final class Tokens {
    private static final Duration SKEW = Duration.ofSeconds(30);

    private Tokens() {}

    /** Issuer, audience, expiry and the claims of an actor; a token without an expiry is not taken. */
    public static OAuth2TokenValidator<Jwt> validator(String issuer, String service) {
        JwtTimestampValidator times = new JwtTimestampValidator(SKEW);
        return new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(issuer),
                token -> token.getExpiresAt() == null ? refused("The token has no expiry.") : OAuth2TokenValidatorResult.success(),
                token -> token.getAudience() != null && token.getAudience().contains(service) ? OAuth2TokenValidatorResult.success() : refused("The token is for another service."),
                token -> complete(token) ? OAuth2TokenValidatorResult.success() : refused("The token names no complete office."));
    }

    /** The actor of a valid token. A role this version does not know gives no right, and SYSTEM is never held by a person. */
    public static Actor actor(Jwt token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : roles(token)) {
            for (Role role : Role.values()) {
                if (role.name().equals(name) && role != Role.SYSTEM) {
                    roles.add(role);
                }
            }
        }
        return new Actor(token.getSubject(), token.getClaimAsString("office"), token.getClaimAsString("unit"), token.getClaimAsString("jurisdiction"), roles);
    }

    private static boolean complete(Jwt token) {
        return present(token.getSubject()) && present(token.getClaimAsString("office")) && present(token.getClaimAsString("unit"))
                && present(token.getClaimAsString("jurisdiction")) && !roles(token).isEmpty();
    }

    private static List<String> roles(Jwt token) {
        @Nullable List<String> roles = token.getClaimAsStringList("roles");
        return roles == null ? List.of() : roles;
    }

    private static boolean present(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", why, null));
    }
}
