package cn.dandang.kit.standing;

import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.Ground;
import cn.dandang.contracts.ToleranceFact.ToleranceGranted;
import cn.dandang.kit.publishing.FactReceived;
import java.time.LocalDate;
import java.util.List;

/**
 * A decision to tolerate. Its components are stored for ever.
 *
 * @param toleranceCase whose decision
 * @param rootCase      the matter it belongs to
 * @param groups        the respects that the decision names
 */
public record Toleration(String toleranceCase, String rootCase, String origin, String jurisdiction, String cadre, List<EffectGroup> groups, LocalDate decidedOn, String cause, Ground ground)
        implements Protection {
    public Toleration {
        groups = List.copyOf(groups);
    }

    /** The toleration of a person as it was published. */
    public static Toleration of(FactReceived<ToleranceGranted> received) {
        ToleranceGranted fact = received.fact();
        return new Toleration(fact.toleranceCase(), fact.rootCase(), fact.factId(), fact.jurisdiction(), fact.subjectId(), fact.effectGroups(), fact.decidedOn(), received.id(), fact.ground());
    }

    @Override
    public String decision() {
        return toleranceCase;
    }
}
