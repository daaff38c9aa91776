package cn.dandang.kit.erasure;

import cn.dandang.kit.decision.Role;
import java.util.Arrays;
import java.util.Optional;

/** Whose data it is, and who proposes and who decides: two persons, of the body that manages the person or looks after the reporter. */
public enum ErasureKind {
    /** A registered person: the organisation department of his jurisdiction. Published, so that every holder of a copy destroys it. */
    PERSON("person:", Role.ORG_OFFICER, Role.ORG_DECIDER),
    /** A reporter: the protection officer proposes, another insider of clarification decides. Never leaves it, for it would tell of a report. */
    REPORTER("reporter:", Role.PROTECTION_OFFICER, Role.REPORT_OFFICER);

    private final String prefix;
    private final Role proposer;
    private final Role decider;

    ErasureKind(String prefix, Role proposer, Role decider) {
        this.prefix = prefix;
        this.proposer = proposer;
        this.decider = decider;
    }

    /** The key of one of these. @param subject id of the person, or of the reporter's report */
    public String key(String subject) {
        return prefix + subject;
    }

    public Role proposer() {
        return proposer;
    }

    public Role decider() {
        return decider;
    }

    /** The id in a key of this kind. */
    String subject(String key) {
        return key.substring(prefix.length());
    }

    static Optional<ErasureKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> key.startsWith(kind.prefix) && key.length() > kind.prefix.length()).findFirst();
    }
}
