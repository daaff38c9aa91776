package cn.dandang.kit.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Verifies the signature of a token once. The gateway calls with the same token for minutes, and its signature takes longer to verify than
 * most orders to record. What a token says is validated at each call, so an expired one is refused as before; a signing key that was
 * withdrawn counts for another five minutes at most, as long as the keys themselves are kept.
 */
final class VerifiedTokens implements JwtDecoder {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final JwtDecoder verifying;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** @param validator what {@code verifying} demands of a token besides its signature */
    VerifiedTokens(JwtDecoder verifying, OAuth2TokenValidator<Jwt> validator) {
        this.verifying = verifying;
        this.validator = validator;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known == null) {
            Jwt fresh = verifying.decode(token);
            verified.put(token, fresh);
            return fresh;
        }
        OAuth2TokenValidatorResult today = validator.validate(known);
        if (today.hasErrors()) {
            throw new JwtValidationException(today.getErrors().iterator().next().getDescription(), today.getErrors());
        }
        return known;
    }
}
