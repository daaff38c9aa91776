package cn.dandang.kit.erasure;

import cn.dandang.kit.decision.Actor;
import java.util.Optional;

/** Whose personal data a service may erase. A bean of the one service that owns them; the others follow what it publishes. */
public interface ErasureSubjects {

    ErasureKind kind();

    /** The jurisdiction whose bodies decide; empty when nobody of this id is known, or this actor may not know of it. */
    Optional<String> jurisdiction(String subject, Actor actor);
}
