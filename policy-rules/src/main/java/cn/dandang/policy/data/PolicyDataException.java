package cn.dandang.policy.data;

/** The policy data is refused: the message names file, line and the reason in one sentence. */
public final class PolicyDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PolicyDataException(String file, int line, String sentence) {
        super(file + ":" + line + ": " + sentence);
    }
}
