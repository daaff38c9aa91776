package cn.dandang.kit.access;

import cn.dandang.kit.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Records a look at a list between the moment when its entries are known and the first byte of the answer. */
@ControllerAdvice
public class ListsRecorded implements ResponseBodyAdvice<Object> {
    private final ReadRecorder recorder;

    ListsRecorded(ReadRecorder recorder) {
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
        if (request instanceof ServletServerHttpRequest servlet) {
            recorder.answering(servlet.getServletRequest(), body instanceof Listing<?> list ? list.items().size() : null);
        }
        return body;
    }
}
