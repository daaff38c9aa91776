package cn.dandang.kit.orders;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Circumstances;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Gives the circumstances of an order: business time, the rules in force and the register as this process knows them now. */
@FunctionalInterface
public interface CircumstancesSource {
    /** @param asOf the legal date to decide on; today when null */
    Circumstances circumstances(Actor actor, @Nullable LocalDate asOf);
}
