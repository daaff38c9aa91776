package cn.dandang.incentive.standing;

import cn.dandang.contracts.EffectGroup;
import cn.dandang.contracts.Ground;
import java.time.LocalDate;
import java.util.List;

/**
 * A decision to tolerate, as far as awards need it.
 *
 * @param toleranceCase whose decision
 * @param rootCase      the matter it belongs to
 * @param origin        the fact it was decided on; another one where officers joined the two
 * @param cadre         who was exempted
 * @param groups        the respects that the decision names
 * @param cause         id of the published fact
 * @param ground        on which the decision rests
 */
public record Toleration(String toleranceCase, String rootCase, String origin, String jurisdiction, String cadre, List<EffectGroup> groups, LocalDate decidedOn, String cause, Ground ground) {
    public Toleration {
        groups = List.copyOf(groups);
    }

    /** What tells two tolerations apart: one decision exempts a cadre once. */
    public boolean same(Toleration other) {
        return toleranceCase.equals(other.toleranceCase) && cadre.equals(other.cadre);
    }
}
