package cn.dandang.deploy.stack;

/** Something that a person must mend: one sentence in each language with what to do, and the exit code for it. */
public final class StackFailure extends RuntimeException {
    private final ExitCode code;

    public StackFailure(ExitCode code, String zh, String en) {
        super(zh + "\n" + en);
        this.code = code;
    }

    public ExitCode code() {
        return code;
    }
}
