package cn.dandang.gateway.token;

import cn.dandang.gateway.account.Account;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes the token with which one account calls one service, and keeps it in the session until a minute before its end. */
@Component
public class ServiceTokens {
    static final String ISSUER = "urn:dandang:gateway";
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final SigningKey key;
    private final ECDSASigner signer;
    private final Clock clock;

    @Autowired
    ServiceTokens(SigningKey key) throws JOSEException {
        this(key, Clock.systemUTC());
    }

    ServiceTokens(SigningKey key, Clock clock) throws JOSEException {
        this.key = key;
        this.signer = new ECDSASigner(key.privateKey());
        this.clock = clock;
    }

    private record Kept(String token, Instant useUntil) {}

    /** The token of this session for this service. */
    public String token(HttpSession session, Account account, String service) {
        String name = "token for " + service;
        Instant now = clock.instant();
        if (session.getAttribute(name) instanceof Kept kept && now.isBefore(kept.useUntil())) {
            return kept.token();
        }
        Kept made = new Kept(sign(account, service, now), now.plus(LIFETIME).minus(MARGIN));
        session.setAttribute(name, made);
        return made.token();
    }

    private String sign(Account account, String service, Instant now) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(service)
                .subject(account.person())
                .claim("office", account.office())
                .claim("unit", account.unit())
                .claim("jurisdiction", account.jurisdiction())
                .claim("roles", account.roles())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).keyID(key.privateKey().getKeyID()).build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
        return token.serialize();
    }
}
