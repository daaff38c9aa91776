package cn.dandang.kit.security;

import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.problem.Problems;
import cn.dandang.policy.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** 401 and 403 of the security chain as problems. Why a token was not taken is not told. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        Problems.write(request, response, ProblemType.NOT_SIGNED_IN, Message.of("请先登录；登录后再试一次。", "Sign in, then try again."), Map.of());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) throws IOException {
        Problems.write(request, response, ProblemType.FORBIDDEN_ROLE, Message.of("当前岗位无此权限。", "Your office does not allow this."), Map.of());
    }
}
