package cn.dandang.kit.access;

import cn.dandang.kit.access.ReadEvent.Manner;
import cn.dandang.kit.access.ReadEvent.ReadRecorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Records every read by an auditor before it is answered, as he may read all, and every look of anybody at a matter or at a list of matters
 * ({@link Recorded}). Of a list it is on record how many entries it shows, so it is recorded when they are known ({@link ListsRecorded}). A read
 * that cannot be recorded does not happen. What is refused afterwards is on record as asked for.
 */
public final class ReadRecorder implements HandlerInterceptor {
    static final String REASON_HEADER = "Dandang-Reason";
    private static final String REASON = "reason";
    private static final String ASKED = "asked";
    private static final String LOOK = ReadRecorder.class.getName() + ".look";
    private static final int LONGEST = 500;

    private final AccessLedger ledger;
    private final PersonalData personal;

    public ReadRecorder(AccessLedger ledger, PersonalData personal) {
        this.ledger = ledger;
        this.personal = personal;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST && request.getMethod().equals("GET") && recorded(method)) {
            Actor actor = Requests.actor();
            if (actor.has(Role.AUDITOR) || method.hasMethodAnnotation(Recorded.class)) {
                Look look = new Look(actor, what(request), streams(method) ? Manner.EXPORTED : Manner.LOOKED, reason(request));
                if (lists(method)) {
                    request.setAttribute(LOOK, look);
                } else {
                    record(look, null);
                }
            }
        }
        return true;
    }

    /** Records the look at a list that this request asked for, if it is one of those that are. @param rows how many entries are about to be shown; null if none, as it is refused */
    void answering(HttpServletRequest request, @Nullable Integer rows) {
        if (request.getAttribute(LOOK) instanceof Look look) {
            // what cannot be recorded is refused, and that refusal is not recorded in its place
            request.removeAttribute(LOOK);
            record(look, rows);
        }
    }

    /** Records one read; durable when it returns. */
    public long record(Actor actor, String what, Manner manner, @Nullable String reason) {
        return record(new Look(actor, what, manner, reason), null);
    }

    private long record(Look look, @Nullable Integer rows) {
        Actor actor = look.actor();
        String id = UUID.randomUUID().toString();
        String key = "person:" + actor.person();
        String asked = shortened(look.what());
        String open = Asked.withoutText(asked);
        // the reader's own words about his own act: under his key, so that nobody else's erasure takes them away
        return ledger.record(id, new ReadRecorded(actor.person(), actor.office(), actor.jurisdiction(), open, personal.sealIfPresent(key, id, ASKED, open.equals(asked) ? null : asked),
                look.manner(), rows, personal.sealIfPresent(key, id, REASON, look.reason()), Instant.now()));
    }

    private record Look(Actor actor, String what, Manner manner, @Nullable String reason) {}

    private static boolean lists(HandlerMethod method) {
        return method.getMethod().getReturnType() == Listing.class;
    }

    private static boolean recorded(HandlerMethod method) {
        return !method.hasMethodAnnotation(NotRecorded.class) && !method.getBeanType().isAnnotationPresent(NotRecorded.class) && method.getBeanType().getPackageName().startsWith("cn.dandang.");
    }

    private static boolean streams(HandlerMethod method) {
        return ResolvableType.forMethodReturnType(method.getMethod()).hasGenerics() && ResolvableType.forMethodReturnType(method.getMethod()).getGeneric().resolve() == StreamingResponseBody.class;
    }

    private static String what(HttpServletRequest request) {
        Map<String, String[]> asked = new TreeMap<>(request.getParameterMap());
        asked.remove(REASON);
        String query = asked.entrySet().stream().map(entry -> entry.getKey() + "=" + String.join(",", Arrays.asList(entry.getValue()))).collect(Collectors.joining("&"));
        return query.isEmpty() ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static @Nullable String reason(HttpServletRequest request) {
        @Nullable String header = request.getHeader(REASON_HEADER);
        @Nullable String reason = header == null ? request.getParameter(REASON) : URLDecoder.decode(header, StandardCharsets.UTF_8);
        return reason == null || reason.isBlank() ? null : shortened(reason.strip());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
