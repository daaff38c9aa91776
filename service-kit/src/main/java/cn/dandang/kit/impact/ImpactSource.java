package cn.dandang.kit.impact;

import cn.dandang.kit.decision.Actor;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of one feature that a change of the rules may touch. A bean each. */
public interface ImpactSource {

    /** One element for each record that this actor may know of: how it differs, or empty where it does not. */
    Stream<Optional<ImpactReport.Entry>> compared(Compared rules, Actor actor);
}
