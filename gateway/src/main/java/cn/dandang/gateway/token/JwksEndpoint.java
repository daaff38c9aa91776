package cn.dandang.gateway.token;

import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** The public key on the management port: /actuator/jwks. */
@Component
@Endpoint(id = "jwks")
class JwksEndpoint {
    private final SigningKey key;

    JwksEndpoint(SigningKey key) {
        this.key = key;
    }

    @ReadOperation
    Map<String, Object> jwks() {
        return key.published();
    }
}
