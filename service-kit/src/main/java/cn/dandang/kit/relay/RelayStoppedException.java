package cn.dandang.kit.relay;

import cn.dandang.policy.Message;
import org.jspecify.annotations.Nullable;

/** The relay cannot go on without skipping or doubling something. A person has to look. */
public final class RelayStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Message reason;

    RelayStoppedException(Message reason, @Nullable Throwable cause) {
        super(reason.en(), cause);
        this.reason = reason;
    }

    public Message reason() {
        return reason;
    }

    static RelayStoppedException beyondHead(long next, long head) {
        return new RelayStoppedException(Message.of(
                "转发位置 " + next + " 超过账本末端 " + head + "：账本可能是从旧备份恢复的。请先运行 audit reconcile 核对，再用 relay rewind 调整。",
                "The relay's position " + next + " is beyond the ledger's head " + head + ": the ledger was probably restored from an older copy. Compare with audit reconcile, then repair with relay rewind."), null);
    }

    static RelayStoppedException behindFacts(RelayPosition position, long highest) {
        return new RelayStoppedException(Message.of(
                "事实主题已有账本位置 " + highest + " 的事实，而转发位置只记到 " + position.published() + "：位置主题可能丢失。请先运行 audit reconcile 核对，再用 relay rewind 调整。",
                "The fact topics hold a fact of ledger position " + highest + ", but the relay's position knows only of those below " + position.published()
                        + ": the position topic was probably lost. Compare with audit reconcile, then repair with relay rewind."), null);
    }

    static RelayStoppedException untranslatable(long position, Throwable cause) {
        return new RelayStoppedException(Message.of(
                "账本位置 " + position + " 的事件无法转换为公开事实，转发停在此处，不会跳过。",
                "The event at ledger position " + position + " cannot be translated into published facts. The relay stands before it and skips nothing."), cause);
    }

    static RelayStoppedException ledger(long position, Throwable cause) {
        return new RelayStoppedException(Message.of(
                "从位置 " + position + " 起无法读取账本，转发已停止。",
                "The ledger cannot be read from position " + position + " on; the relay stopped."), cause);
    }
}
