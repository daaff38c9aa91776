package cn.dandang.kit.orders;

import cn.dandang.kit.decision.Refusal;

/** The platform did not take an order; nothing was written. The web layer answers with the problem that the refusal's slug names. */
public final class OrderRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;
    private final String rulesVersion;

    OrderRefusedException(Refusal refusal, String rulesVersion) {
        super(refusal.message().en());
        this.refusal = refusal;
        this.rulesVersion = rulesVersion;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** The rules that were asked. */
    public String rulesVersion() {
        return rulesVersion;
    }
}
