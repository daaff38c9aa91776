package cn.dandang.kit.access;

import cn.dandang.kit.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Records a look at a list between the moment when its entries are known and the first byte of the answer, and tells that a matter is about to be shown. */
@ControllerAdvice
public class AnswersRecorded implements ResponseBodyAdvice<Object> {
    private final ReadRecorder recorder;

    AnswersRecorded(ReadRecorder recorder) {
        this.recorder = recorder;
    }

    /** Problems too: a look that is refused is on record. */
    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returned, MediaType type, Class<? extends HttpMessageConverter<?>> converter,
                                            ServerHttpRequest request, ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest asked && response instanceof ServletServerHttpResponse answer) {
            boolean shown = answer.getServletResponse().getStatus() == HttpStatus.OK.value();
            recorder.answering(asked.getServletRequest(), body instanceof Listing<?> list ? list.items().size() : null, shown);
        }
        return body;
    }
}
