package cn.dandang.kit.access;

import cn.dandang.kit.access.ReadEvent.Manner;
import cn.dandang.kit.access.ReadEvent.ReadRecorded;
import cn.dandang.kit.access.RecentLooks.Shown;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.problem.ProblemType;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import cn.dandang.ledger.LedgerUnavailableException;
import cn.dandang.ledger.OutcomeUnknownException;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Records every read by an auditor before it is answered, as he may read all, and every look of anybody at a matter, a part of one or a list of
 * matters ({@link Recorded}). Of a list it is on record how many entries it shows, so it is recorded when they are known
 * ({@link AnswersRecorded}). A part that follows its matter within a moment, without a reason of its own, is on record with it
 * ({@link RecentLooks}), but not an auditor's. A read that cannot be recorded does not happen. What is refused afterwards is on record as asked for.
 */
public final class ReadRecorder implements HandlerInterceptor {
    private static final Logger log = LoggerFactory.getLogger(ReadRecorder.class);
    static final String REASON_HEADER = "Dandang-Reason";
    private static final String REASON = "reason";
    private static final String ASKED = "asked";
    private static final String LOOK = ReadRecorder.class.getName() + ".look";
    private static final String MATTER = ReadRecorder.class.getName() + ".matter";
    /** Who asks for the head of an answer alone learns whether there is one, its version and its length. */
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int LONGEST = 500;

    private final AccessLedger ledger;
    private final PersonalData personal;
    private final RecentLooks recent = new RecentLooks(Ticker.systemTicker());

    public ReadRecorder(AccessLedger ledger, PersonalData personal) {
        this.ledger = ledger;
        this.personal = personal;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST && recorded(method)) {
            @Nullable Recorded marked = method.getMethodAnnotation(Recorded.class);
            if (marked != null || READING.contains(request.getMethod()) && Requests.actor().has(Role.AUDITOR)) {
                asked(request, method, marked);
            }
        }
        return true;
    }

    private void asked(HttpServletRequest request, HandlerMethod method, @Nullable Recorded marked) {
        Actor actor = Requests.actor();
        Look look = new Look(actor, what(request), streams(method) ? Manner.EXPORTED : Manner.LOOKED, reason(request));
        boolean part = marked != null && marked.part();
        if (lists(method)) {
            request.setAttribute(LOOK, look);
        } else if (!part || look.reason() != null || actor.has(Role.AUDITOR) || !recent.knows(Shown.whole(actor, request.getRequestURI()))) {
            record(look, null);
            if (marked != null && !part && request.getMethod().equals("GET")) {
                request.setAttribute(MATTER, Shown.of(actor, request.getRequestURI()));
            }
        }
    }

    /**
     * Records the look at a list that this request asked for, if it is one of those that are, and remembers the matter that it shows.
     *
     * @param rows  how many entries are about to be shown; null if none, as it is refused
     * @param shown false where the request is refused
     */
    void answering(HttpServletRequest request, @Nullable Integer rows, boolean shown) {
        if (request.getAttribute(LOOK) instanceof Look look) {
            // what cannot be recorded is refused, and that refusal is not recorded in its place
            request.removeAttribute(LOOK);
            record(look, rows);
        }
        if (shown && request.getAttribute(MATTER) instanceof Shown matter) {
            recent.remember(matter);
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
        ReadRecorded read = new ReadRecorded(actor.person(), actor.office(), actor.jurisdiction(), open, personal.sealIfPresent(key, id, ASKED, open.equals(asked) ? null : asked),
                look.manner(), rows, personal.sealIfPresent(key, id, REASON, look.reason()), Instant.now());
        try {
            return ledger.record(id, read);
        } catch (LedgerUnavailableException | OutcomeUnknownException e) {
            log.warn("A read could not be recorded and is not answered", e);
            throw ProblemException.of(ProblemType.UNAVAILABLE, "查阅记录暂时无法写入；未留痕的查阅不予显示，请稍后再试。",
                    "The ledger of reads cannot write now, and what is not on record is not shown. Try again soon.");
        }
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
