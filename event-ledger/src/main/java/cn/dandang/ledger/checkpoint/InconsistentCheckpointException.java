package cn.dandang.ledger.checkpoint;

/** The ledger is not what was signed earlier: nothing is signed any more. The message has a sentence in Chinese and one in English. */
public final class InconsistentCheckpointException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String zh;
    private final String en;

    InconsistentCheckpointException(String zh, String en) {
        super(zh + " " + en);
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
