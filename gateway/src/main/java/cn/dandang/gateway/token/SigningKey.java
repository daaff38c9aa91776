package cn.dandang.gateway.token;

import cn.dandang.gateway.process.StartRefused;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that signs tokens: made anew at each start and kept in memory, or read from {@code dandang.tokens.signing-key}
 * (a private P-256 key as JWK), which replicas of the gateway must share.
 */
@Component
class SigningKey {
    private final ECKey key;

    SigningKey(@Value("${dandang.tokens.signing-key:}") String file) throws JOSEException {
        this.key = file.isBlank() ? fresh() : read(Path.of(file));
    }

    ECKey privateKey() {
        return key;
    }

    /** The JWK set that services read; public parts only. */
    Map<String, Object> published() {
        return new JWKSet(key.toPublicJWK()).toJSONObject();
    }

    private static ECKey fresh() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
    }

    private static ECKey read(Path file) throws JOSEException {
        try {
            ECKey key = ECKey.parse(Files.readString(file));
            if (key.isPrivate() && key.getCurve().equals(Curve.P_256)) {
                return new ECKey.Builder(key).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint().build();
            }
        } catch (IOException | ParseException unusable) {
            // told below in words that name the file, not its content
        }
        throw new StartRefused("签名密钥文件 " + file + " 不是可用的 P-256 私钥（JWK）。", "The signing key file " + file + " is not a usable private P-256 key (JWK).");
    }
}
