package cn.dandang.kit.testing;

import cn.dandang.kit.decision.Actor;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;

/** Signs tokens as the gateway does and serves its JWKS on a free port of loopback: give {@link #jwksUri()} to the service under test. */
public final class TestGateway implements AutoCloseable {
    public static final String ISSUER = "urn:dandang:gateway";
    private static final int LIFE_SECONDS = 300;

    private final HttpServer server;
    private final ECKey key;

    public TestGateway() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
            byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/jwks", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For {@code dandang.tokens.jwks-uri}. */
    public String jwksUri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/internal/jwks";
    }

    /** A token of this actor for this service, valid for five minutes. */
    public String token(Actor actor, String service) {
        return token(actor, service, claims -> claims);
    }

    /** A token with claims changed: to see it refused. */
    public String token(Actor actor, String service, UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet claims = change.apply(new JWTClaimsSet.Builder()
                .issuer(ISSUER).audience(service).subject(actor.person())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(LIFE_SECONDS)))
                .claim("office", actor.office()).claim("unit", actor.unit()).claim("jurisdiction", actor.jurisdiction())
                .claim("roles", actor.roles().stream().map(Enum::name).sorted().toList())).build();
        return sign(key, claims);
    }

    /** The same signed by a key that the JWKS does not hold. */
    public String forged(Actor actor, String service) {
        try {
            SignedJWT honest = SignedJWT.parse(token(actor, service));
            return sign(new ECKeyGenerator(Curve.P_256).keyID("test").generate(), honest.getJWTClaimsSet());
        } catch (java.text.ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sign(ECKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
