package cn.dandang.oversight.looks;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import org.jspecify.annotations.Nullable;

/** What is recorded of looks. */
public sealed interface LookEvent extends DomainEvent {

    /** 已查阅: who it was is in the envelope. */
    @EventName("access.looked.v1")
    record Looked(String look, String what, String person, @Nullable Sealed<String> reason) implements LookEvent {}
}
