package cn.dandang.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class VerifiedTokensTest {
    private static final byte[] KEY = new byte[32];
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

    private final JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
    private final List<String> verified = new ArrayList<>();
    private final VerifiedTokens tokens;

    VerifiedTokensTest() {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withSecretKey(new SecretKeySpec(KEY, "HmacSHA256")).macAlgorithm(MacAlgorithm.HS256).build();
        decoder.setJwtValidator(times);
        tokens = new VerifiedTokens(token -> {
            verified.add(token);
            return decoder.decode(token);
        }, times);
        now(NOW);
    }

    private void now(Instant at) {
        times.setClock(Clock.fixed(at, ZoneOffset.UTC));
    }

    private static String token(String subject) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), new JWTClaimsSet.Builder().subject(subject).expirationTime(Date.from(NOW.plusSeconds(300))).build());
        token.sign(new MACSigner(KEY));
        return token.serialize();
    }

    @Test
    @DisplayName("a signature is verified once, each token by itself")
    void once() throws Exception {
        String first = token("a");
        String second = token("b");
        assertThat(tokens.decode(first).getSubject()).isEqualTo("a");
        assertThat(tokens.decode(first).getSubject()).isEqualTo("a");
        assertThat(tokens.decode(second).getSubject()).isEqualTo("b");
        assertThat(verified).containsExactly(first, second);
    }

    @Test
    @DisplayName("a token that was taken before is refused once it has expired")
    void expired() throws Exception {
        String token = token("a");
        tokens.decode(token);
        now(NOW.plusSeconds(301));
        assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(JwtException.class).hasMessageContaining("expired");
    }

    @Test
    @DisplayName("who changes a byte of a token that is known is refused, each time")
    void changed() throws Exception {
        String token = token("a");
        tokens.decode(token);
        String other = token.substring(0, token.lastIndexOf('.') + 1) + token("b").substring(token("b").lastIndexOf('.') + 1);
        assertThatThrownBy(() -> tokens.decode(other)).isInstanceOf(JwtException.class);
        assertThatThrownBy(() -> tokens.decode(other)).isInstanceOf(JwtException.class);
        assertThat(verified).containsExactly(token, other, other);
    }
}
