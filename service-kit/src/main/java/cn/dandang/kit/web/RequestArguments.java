package cn.dandang.kit.web;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers their actor, creation, change and cursor. */
final class RequestArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == Actor.class || type == Creation.class || type == Change.class || type == Cursor.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.getParameterType();
        if (type == Actor.class) {
            return Requests.actor();
        }
        if (type == Creation.class) {
            return new Creation(Requests.actor(), Requests.idempotencyKey(request), Requests.digest(request));
        }
        if (type == Change.class) {
            return new Change(Requests.actor(), Requests.idempotencyKey(request), Requests.digest(request), Requests.ifMatch(request));
        }
        return cursor(request);
    }

    private static Cursor cursor(HttpServletRequest request) {
        @Nullable String after = request.getParameter("after");
        @Nullable String limit = request.getParameter("limit");
        if (limit == null || limit.isBlank()) {
            return new Cursor(after, Cursor.DEFAULT);
        }
        try {
            int asked = Integer.parseInt(limit);
            if (asked >= 1 && asked <= Cursor.MOST) {
                return new Cursor(after, asked);
            }
        } catch (NumberFormatException e) {
            // falls through to the same answer
        }
        throw ProblemException.malformed("limit 须为 1 至 " + Cursor.MOST + " 的整数。", "limit is a whole number from 1 to " + Cursor.MOST + ".");
    }
}
