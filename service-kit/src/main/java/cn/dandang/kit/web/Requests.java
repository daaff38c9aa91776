package cn.dandang.kit.web;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and checks what a request says in its headers. */
public final class Requests {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(-?\\d{1,18})\"");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private Requests() {}

    /** The signed-in actor; 401 without one. */
    public static Actor actor() {
        return CurrentActor.get();
    }

    /** 400 when absent or not 1 to 128 visible ASCII characters. */
    public static String idempotencyKey(HttpServletRequest request) {
        @Nullable String key = request.getHeader("Idempotency-Key");
        if (key == null || !KEY.matcher(key).matches()) {
            throw ProblemException.malformed("每个提交都须带 Idempotency-Key 请求头（1 至 128 个可见 ASCII 字符），重复提交时用同一个。",
                    "Every submission carries an Idempotency-Key header (1 to 128 visible ASCII characters); repeat it when you submit the same again.");
        }
        return key;
    }

    /** The version in If-Match; 428 when absent, 400 when it is not the ETag of one version. */
    public static long ifMatch(HttpServletRequest request) {
        @Nullable String header = request.getHeader("If-Match");
        if (header == null) {
            throw ProblemException.of(ProblemType.PRECONDITION_REQUIRED, "请在 If-Match 请求头中注明所读取的版本（响应中的 ETag）。",
                    "Say in the If-Match header which version you read: the ETag of the answer.");
        }
        Matcher matcher = ETAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw ProblemException.malformed("If-Match 须为响应中的 ETag，例如 \"3\"。", "If-Match is the ETag of an answer, like \"3\".");
        }
        return Long.parseLong(matcher.group(1));
    }

    /** Digest of method, path and body, as the buffering filter computed it. */
    static String digest(HttpServletRequest request) {
        Object digest = request.getAttribute(BufferedBody.DIGEST);
        if (digest == null) {
            throw new IllegalStateException("The body of " + request.getRequestURI() + " was not buffered: orders are taken below /api/ only.");
        }
        return (String) digest;
    }

    /** The id if it is a UUID; else 404, for nothing has such an id. */
    public static String id(String id, String zh, String en) {
        try {
            if (UUID.fromString(id).toString().equals(id)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the same answer
        }
        throw ProblemException.notFound(zh, en, id.length() > 64 ? id.substring(0, 64) + "…" : id);
    }
}
