package cn.dandang.kit.question;

import cn.dandang.kit.decision.Command;
import java.util.List;

/** Finds what accepting a question does. Implemented by the reactions. */
public interface AskedEffects {

    /** The orders that this reaction gives for this target of this fact; empty when nothing is left to do. */
    List<Command> orders(String reaction, String target, StoredFact fact);
}
