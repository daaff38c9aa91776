package cn.dandang.ledger;

import java.util.Map;

/** The ledger's file belongs to another process, or to another ledger of this one. */
public final class LedgerInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> messages;

    LedgerInUseException(String file) {
        this(Map.of(
                "zh", "账本文件 " + file + " 正被另一个进程使用；请先停止该进程，再重新启动。",
                "en", "The ledger file " + file + " is in use by another process; stop that one first, then start again."));
    }

    private LedgerInUseException(Map<String, String> messages) {
        super(messages.get("zh") + " " + messages.get("en"));
        this.messages = messages;
    }

    /** The sentence for people, by language: {@code zh} and {@code en}. */
    public Map<String, String> messages() {
        return messages;
    }
}
