package cn.dandang.ledger;

import java.util.Map;

/**
 * A record is archived, and its archive file is not there or is not what was archived. Nothing wrong was handed out; as soon as the
 * right file is back, the same read succeeds.
 */
public final class ArchiveUnreadableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long position;
    private final String zh;
    private final String en;

    /** @param message for logs: names the file and no position, since where reports live a log must not tell how much was recorded */
    ArchiveUnreadableException(String message, long position, String zh, String en) {
        super(message);
        this.position = position;
        this.zh = zh;
        this.en = en;
    }

    /** Position of the record that was asked for. */
    public long position() {
        return position;
    }

    /** The sentence for people, by language: {@code zh} and {@code en}. It says which file, which position and what to do. */
    public Map<String, String> messages() {
        return Map.of("zh", zh, "en", en);
    }
}
