package cn.dandang.kit.standing;

import cn.dandang.contracts.ClarificationFact.ClarificationIssued;
import cn.dandang.contracts.Ground;
import cn.dandang.kit.publishing.FactReceived;
import java.time.LocalDate;

/**
 * A clarification issued to a cadre, as far as it reaches one fact. Its components are stored for ever.
 *
 * @param clarification the case under its opaque id; nothing here says what it began with
 */
public record Clearance(String clarification, String origin, String jurisdiction, String cadre, LocalDate issuedOn, String cause, Ground ground) implements Protection {

    /** The clearance of one of the facts that a clarification names. */
    public static Clearance of(FactReceived<ClarificationIssued> received, String factId) {
        ClarificationIssued fact = received.fact();
        return new Clearance(fact.rootCase(), factId, fact.jurisdiction(), fact.cadre(), fact.issuedOn(), received.id(), fact.ground());
    }

    @Override
    public String decision() {
        return clarification;
    }
}
