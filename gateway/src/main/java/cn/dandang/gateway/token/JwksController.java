package cn.dandang.gateway.token;

import cn.dandang.gateway.problem.Problem;
import cn.dandang.gateway.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public key for services on this machine; elsewhere they read it from the management port, which no public route reaches. */
@RestController
class JwksController {
    private final SigningKey key;
    private final ProblemWriter problems;

    JwksController(SigningKey key, ProblemWriter problems) {
        this.key = key;
        this.problems = problems;
    }

    @GetMapping("/internal/jwks")
    @Nullable ResponseEntity<Map<String, Object>> jwks(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean forwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        if (forwarded || !InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()) {
            problems.write(Problem.notFound(), request, response);
            return null;
        }
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(key.published());
    }
}
