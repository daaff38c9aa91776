package cn.dandang.kit.problem;

import cn.dandang.contracts.Citation;
import cn.dandang.policy.Message;
import java.util.List;
import java.util.Map;

/** Thrown at the edge to answer with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemType type;
    private final transient Message message;
    private final transient List<Citation> clauses;
    private final transient Map<String, Object> more;

    private ProblemException(ProblemType type, Message message, List<Citation> clauses, Map<String, Object> more) {
        super(message.en());
        this.type = type;
        this.message = message;
        this.clauses = List.copyOf(clauses);
        this.more = Map.copyOf(more);
    }

    public static ProblemException of(ProblemType type, String zh, String en) {
        return new ProblemException(type, Message.of(zh, en), List.of(), Map.of());
    }

    public static ProblemException of(ProblemType type, Message message, List<Citation> clauses) {
        return new ProblemException(type, message, clauses, Map.of());
    }

    /** 404. @param zh what was looked for, 「容错案件」 @param en the same, {@code tolerance case} */
    public static ProblemException notFound(String zh, String en, String id) {
        return of(ProblemType.NOT_FOUND, "没有编号为 " + id + " 的" + zh + "。", "There is no " + en + " with the id " + id + ".");
    }

    /** 400. */
    public static ProblemException malformed(String zh, String en) {
        return of(ProblemType.MALFORMED_REQUEST, zh, en);
    }

    /** The same with one more member in the body, {@code reading}. */
    public ProblemException with(String member, Object value) {
        Map<String, Object> all = new java.util.HashMap<>(more);
        all.put(member, value);
        return new ProblemException(type, message, clauses, all);
    }

    public ProblemType type() {
        return type;
    }

    public Message inBothLanguages() {
        return message;
    }

    public List<Citation> clauses() {
        return clauses;
    }

    public Map<String, Object> more() {
        return more;
    }
}
