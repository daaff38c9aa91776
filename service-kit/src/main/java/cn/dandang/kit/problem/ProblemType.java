package cn.dandang.kit.problem;

import cn.dandang.policy.Message;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of problem. The slug names the page in docs/problems and is for ever. */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", 400, "请求格式不正确", "The request is malformed"),
    NOT_SIGNED_IN("not-signed-in", 401, "尚未登录或登录已失效", "Not signed in, or no longer"),
    FORBIDDEN_ROLE("forbidden-role", 403, "当前岗位无此权限", "Your office does not allow this"),
    WRONG_JURISDICTION("wrong-jurisdiction", 403, "不属于本级管辖", "Outside your jurisdiction"),
    OWN_CASE("own-case", 403, "不得办理涉及本人的事项", "Nobody acts in his own case"),
    RECUSED("recused", 403, "已回避，不得参与", "Recused from this case"),
    /** Answered by the gateway alone; listed because pages and slugs are one list. */
    CSRF_TOKEN("csrf-token", 403, "缺少防伪令牌", "Request forgery protection"),
    NOT_FOUND("not-found", 404, "未找到", "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "不支持该操作方式", "This method is not offered here"),
    WRONG_STATE("wrong-state", 409, "当前状态不允许此操作", "Not possible in this state"),
    IDEMPOTENCY_CONFLICT("idempotency-conflict", 409, "幂等键已用于另一请求", "The key was used for another request"),
    PLACE_NOT_OPENED("place-not-opened", 409, "本地区尚未启用", "The place is not open yet"),
    STALE_VERSION("stale-version", 412, "内容已被他人更新", "It has changed since you read it"),
    TOO_LARGE("too-large", 413, "提交内容过大", "Too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "不支持的内容类型", "Unsupported media type"),
    REFUSED_BY_RULE("refused-by-rule", 422, "规则不允许", "Refused by a rule"),
    READING_REQUIRED("reading-required", 422, "须先确认对条款的理解", "A reading must be confirmed first"),
    PRECONDITION_REQUIRED("precondition-required", 428, "须注明所依据的版本", "Say which version you read"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "请求过于频繁", "Too many requests"),
    INTERNAL("internal", 500, "系统内部错误", "Internal error"),
    UNAVAILABLE("unavailable", 503, "暂时无法服务", "Cannot serve now"),
    OUTCOME_UNKNOWN("outcome-unknown", 503, "提交结果尚不确定", "The outcome is not known yet");

    private final String slug;
    private final int status;
    private final Message title;

    ProblemType(String slug, int status, String zh, String en) {
        this.slug = slug;
        this.status = status;
        this.title = Message.of(zh, en);
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public Message title() {
        return title;
    }

    /** {@code urn:dandang:problem:<slug>}. */
    public String urn() {
        return "urn:dandang:problem:" + slug;
    }

    public static Optional<ProblemType> bySlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug.equals(slug)).findFirst();
    }

    /** The type of a refusal's slug. A slug without a type is a mistake in the program. */
    public static ProblemType of(String slug) {
        return bySlug(slug).orElseThrow(() -> new IllegalStateException("There is no problem with the slug \"" + slug + "\"; see docs/problems."));
    }
}
