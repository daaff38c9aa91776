package cn.dandang.ledger;

/** The ledger refused an append; {@link #refusal()} says why. Nothing of it is recorded, now or later. */
public final class AppendRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AppendRefused refusal;

    public AppendRefusedException(AppendRefused refusal) {
        super(refusal.messages().get("en"));
        this.refusal = refusal;
    }

    /** The reason. */
    public AppendRefused refusal() {
        return refusal;
    }
}
