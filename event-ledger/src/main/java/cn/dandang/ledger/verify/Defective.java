package cn.dandang.ledger.verify;

import cn.dandang.ledger.VerificationReport.Kind;

/** What was read shows that something is wrong; the run adds where. */
final class Defective extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Kind kind;
    final String zh;
    final String en;
    /** First position that cannot be trusted; -1 for the one that would come next. */
    final long position;
    /** Line that shows it; -1 for the one that was read last. */
    final long line;

    Defective(Kind kind, String zh, String en) {
        this(kind, -1, zh, en);
    }

    Defective(Kind kind, long position, String zh, String en) {
        this(kind, position, -1, zh, en);
    }

    Defective(Kind kind, long position, long line, String zh, String en) {
        super(en, null, false, false);
        this.kind = kind;
        this.position = position;
        this.line = line;
        this.zh = zh;
        this.en = en;
    }
}
