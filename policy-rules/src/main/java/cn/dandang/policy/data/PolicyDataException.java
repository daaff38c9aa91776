package cn.dandang.policy.data;

import cn.dandang.policy.Message;

/** The policy data are refused: file, line and the reason in one sentence, in both languages. */
public final class PolicyDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String file;
    private final int line;
    private final transient Message says;

    public PolicyDataException(String file, int line, Message says) {
        super(file + ":" + line + ": " + says.en() + " " + file + " 第 " + line + " 行：" + says.zh());
        this.file = file;
        this.line = line;
        this.says = says;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    public Message says() {
        return says;
    }
}
