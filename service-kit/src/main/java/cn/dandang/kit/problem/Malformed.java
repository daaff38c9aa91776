package cn.dandang.kit.problem;

import cn.dandang.policy.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** What is wrong with a request's form, by field, in both languages; never the value itself, which may be personal. */
record Malformed(Message message, List<Field> fields) {

    record Field(String field, Message message) {}

    static Malformed missing(String field) {
        return of(new Field(field, Message.of("缺少必填项 " + field + "。", "The field " + field + " is missing.")));
    }

    static Malformed unreadable(String field) {
        return of(new Field(field, Message.of(field + " 的值无法识别。", "The value of " + field + " cannot be read.")));
    }

    static Malformed of(List<FieldError> errors) {
        return ofFields(errors.stream().map(error -> field(error.getField(), error.getCode())).toList());
    }

    static Malformed of(HandlerMethodValidationException invalid) {
        List<Field> fields = new ArrayList<>();
        invalid.getParameterValidationResults().forEach(result -> {
            String parameter = String.valueOf(result.getMethodParameter().getParameterName());
            result.getResolvableErrors().forEach(error -> {
                if (error instanceof FieldError field) {
                    fields.add(field(field.getField(), field.getCode()));
                } else {
                    String[] codes = error.getCodes();
                    fields.add(field(parameter, codes == null || codes.length == 0 ? null : codes[codes.length - 1]));
                }
            });
        });
        return ofFields(fields);
    }

    static Malformed of(HttpMessageNotReadableException unreadable) {
        @Nullable Throwable cause = unreadable;
        while (cause != null && !(cause instanceof JacksonException)) {
            cause = cause.getCause();
        }
        if (cause instanceof StreamReadException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            int column = broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr();
            return new Malformed(Message.of("请求体不是合法的 JSON（第 " + line + " 行第 " + column + " 列）。", "The body is not valid JSON (line " + line + ", column " + column + ")."), List.of());
        }
        if (cause instanceof JacksonException mapping && !mapping.getPath().isEmpty()) {
            String path = path(mapping);
            return unreadable(path);
        }
        return new Malformed(Message.of("缺少请求体，或请求体不是所要求的形式。", "The body is missing or not of the form that is asked for."), List.of());
    }

    private static String path(JacksonException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static Field field(String name, @Nullable String code) {
        return new Field(name, switch (code == null ? "" : code) {
            case "NotNull", "NotBlank", "NotEmpty" -> Message.of("缺少必填项 " + name + "。", "The field " + name + " is missing.");
            case "Size", "Length" -> Message.of(name + " 的长度不符合要求。", "The length of " + name + " is not allowed.");
            case "Pattern", "Email" -> Message.of(name + " 的格式不正确。", "The form of " + name + " is not right.");
            case "Min", "Max", "DecimalMin", "DecimalMax", "Positive", "PositiveOrZero" -> Message.of(name + " 超出允许范围。", name + " is out of range.");
            default -> Message.of(name + " 的值不符合要求。", "The value of " + name + " is not allowed.");
        });
    }

    private static Malformed of(Field field) {
        return new Malformed(field.message(), List.of(field));
    }

    private static Malformed ofFields(List<Field> fields) {
        return new Malformed(Message.of(fields.stream().map(field -> field.message().zh()).collect(Collectors.joining()),
                fields.stream().map(field -> field.message().en()).collect(Collectors.joining(" "))), fields);
    }
}
