package cn.dandang.kit.erasure;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is recorded of erasures. */
public sealed interface ErasureEvent extends DomainEvent {

    /** 个人信息删除已提出. */
    @EventName("erasure.proposed.v1")
    record ErasureProposed(String key, String jurisdiction, String rule, String article, Sealed<String> reason, String proposedBy, LocalDate proposedOn) implements ErasureEvent {}

    /** 个人信息删除已决定: from here on the key is destroyed at every start, whatever a backup brings back. */
    @EventName("erasure.ordered.v1")
    record ErasureOrdered(String key, String jurisdiction, String rule, String article, Sealed<String> reason, @Nullable String commitment, String orderedBy, LocalDate orderedOn) implements ErasureEvent {}

    /** 个人信息删除未予同意. */
    @EventName("erasure.declined.v1")
    record ErasureDeclined(String key, String jurisdiction, Sealed<String> reason, String declinedBy, LocalDate declinedOn) implements ErasureEvent {}

    /** 已列入须执行的删除. */
    @EventName("erasure.entered.v1")
    record ErasureEntered(String erasure, String key) implements ErasureEvent {}

    /** 个人信息已依法删除: the key is destroyed. */
    @EventName("erasure.carried-out.v1")
    record PersonalDataErased(String key, String jurisdiction, String rule, String article, @Nullable String commitment, LocalDate erasedOn) implements ErasureEvent {}
}
