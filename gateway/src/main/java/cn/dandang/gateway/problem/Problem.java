package cn.dandang.gateway.problem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One kind of error with its sentences.
 *
 * @param slug last part of the problem's type, a page in docs/problems
 * @param retryAfterSeconds when to ask again, if that helps
 */
public record Problem(String slug, int status, Text title, Text detail, @Nullable Integer retryAfterSeconds) {

    /** One sentence in both languages. */
    public record Text(String zh, String en) {
        String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : zh;
        }
    }

    private static Problem of(String slug, int status, String titleZh, String titleEn, String zh, String en) {
        return new Problem(slug, status, new Text(titleZh, titleEn), new Text(zh, en), null);
    }

    public Problem retryAfter(int seconds) {
        return new Problem(slug, status, title, detail, seconds);
    }

    public static Problem malformed(String zh, String en) {
        return of("malformed-request", 400, "请求格式有误", "Malformed request", zh, en);
    }

    public static Problem notSignedIn(String zh, String en) {
        return of("not-signed-in", 401, "尚未登录", "Not signed in", zh, en);
    }

    public static Problem notSignedIn() {
        return notSignedIn("请先登录后再试。", "Sign in first, then try again.");
    }

    public static Problem csrf() {
        return of("csrf-token", 403, "缺少防伪令牌", "Request forgery protection",
                "请求缺少有效的 X-XSRF-TOKEN 头，或来自其他网站；请刷新页面后再试。",
                "The request lacks a valid X-XSRF-TOKEN header, or comes from another site; reload the page and try again.");
    }

    public static Problem forbidden() {
        return of("forbidden-role", 403, "无此权限", "Not allowed", "当前岗位不能访问此处。", "Your office may not use this.");
    }

    public static Problem notFound() {
        return of("not-found", 404, "没有此地址", "Not found", "没有这个地址，请检查拼写。", "There is nothing at this address; check the spelling.");
    }

    public static Problem methodNotAllowed() {
        return of("method-not-allowed", 405, "不支持此方法", "Method not allowed", "此地址不支持该请求方法。", "This address does not take that method.");
    }

    public static Problem bodyTooLarge(long limit) {
        return of("too-large", 413, "请求内容过大", "Body too large",
                "请求内容超过上限 " + limit + " 字节，请缩减后再试。",
                "The body is over the limit of " + limit + " bytes; send less.");
    }

    public static Problem unsupportedMediaType() {
        return of("unsupported-media-type", 415, "内容类型不支持", "Unsupported media type",
                "请以 application/json 提交。", "Send application/json.");
    }

    public static Problem tooManyRequests(int seconds) {
        return of("too-many-requests", 429, "尝试次数过多", "Too many attempts",
                "登录失败次数过多，请在 " + seconds + " 秒后再试。",
                "Too many failed sign-ins; try again in " + seconds + " seconds.").retryAfter(seconds);
    }

    public static Problem internal() {
        return of("internal", 500, "系统内部错误", "Internal error",
                "系统出错，未能处理请求；请将跟踪号告知管理员。",
                "Something failed here; tell your administrator the trace id.");
    }

    public static Problem unavailable(String service) {
        return of("unavailable", 503, "服务暂不可用", "Service unavailable",
                "服务 " + service + " 暂时无法应答，请稍后再试。",
                "Service " + service + " cannot answer now; try again shortly.");
    }

    public static Problem outcomeUnknown(String service) {
        return of("outcome-unknown", 503, "结果未知", "Outcome unknown",
                "服务 " + service + " 未在时限内应答，操作可能已生效；请用同一 Idempotency-Key 再次提交以取得结果。",
                "Service " + service + " did not answer in time; the order may have been taken. Ask again with the same Idempotency-Key.");
    }

    /** The problem that fits a bare status, as a servlet container reports it. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400, 431 -> malformed("请求的地址、头或内容不合规范。", "The address, a header or the body is not well-formed.");
            case 401 -> notSignedIn();
            case 403 -> forbidden();
            case 404 -> notFound();
            case 405 -> methodNotAllowed();
            case 413 -> of("too-large", 413, "请求内容过大", "Body too large", "请求内容超过上限，请缩减后再试。", "The body is over the limit; send less.");
            case 415 -> unsupportedMediaType();
            case 503 -> of("unavailable", 503, "服务暂不可用", "Service unavailable", "暂时无法应答，请稍后再试。", "This cannot be answered now; try again shortly.").retryAfter(5);
            default -> status >= 400 && status < 500
                    ? new Problem("malformed-request", status, new Text("请求有误", "Bad request"), new Text("请求不能受理。", "The request cannot be taken."), null)
                    : internal();
        };
    }
}
