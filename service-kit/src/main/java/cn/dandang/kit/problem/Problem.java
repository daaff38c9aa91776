package cn.dandang.kit.problem;

import cn.dandang.contracts.Citation;
import cn.dandang.policy.Message;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error, {@code application/problem+json}.
 *
 * @param type         {@code urn:dandang:problem:<slug>}
 * @param title        of the type, by Accept-Language
 * @param detail       of this occurrence, by Accept-Language
 * @param instance     path of the request
 * @param messages     the detail in both languages
 * @param clauses      that decided, empty where no rule did
 * @param rulesVersion the rules that were asked, where rules were
 * @param more         further members, {@code reading}, {@code fields}
 */
public record Problem(String type, String title, int status, String detail, String instance, String traceId, Message messages, List<Citation> clauses,
                      @Nullable String rulesVersion, @JsonAnyGetter Map<String, Object> more) {
    public Problem {
        clauses = List.copyOf(clauses);
        more = Map.copyOf(more);
    }
}
