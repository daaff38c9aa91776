package cn.dandang.kit.web;

import cn.dandang.kit.decision.Actor;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Tells the API description which headers and parameters the kit's controller arguments stand for. */
@Component
class OpenApiHeaders implements OperationCustomizer {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Creation.class, Change.class, Cursor.class);
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        for (MethodParameter parameter : method.getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            if (type == Creation.class || type == Change.class) {
                operation.addParametersItem(header("Idempotency-Key", "The same for a repeat of the same submission"));
            }
            if (type == Change.class) {
                operation.addParametersItem(header("If-Match", "ETag of the version that was read"));
            }
            if (type == Cursor.class) {
                operation.addParametersItem(new Parameter().in("query").name("after").schema(new StringSchema()).description("Where the page begins: next of the page before"));
                operation.addParametersItem(new Parameter().in("query").name("limit").schema(new IntegerSchema()._default(Cursor.DEFAULT)).description("At most " + Cursor.MOST));
            }
        }
        return operation;
    }

    private static Parameter header(String name, String description) {
        return new Parameter().in("header").name(name).required(true).schema(new StringSchema()).description(description);
    }
}
