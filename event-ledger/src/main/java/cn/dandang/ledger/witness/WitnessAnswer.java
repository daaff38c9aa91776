package cn.dandang.ledger.witness;

/**
 * What a witness answers.
 *
 * @param status HTTP status
 * @param type   Content-Type
 * @param body   text, ending with a line feed
 */
record WitnessAnswer(int status, String type, String body) {

    private static final String PLAIN = "text/plain; charset=utf-8";

    static WitnessAnswer ok(String body) {
        return new WitnessAnswer(200, PLAIN, body);
    }

    /** The size that the next request has to begin at. */
    static WitnessAnswer conflict(long size) {
        return new WitnessAnswer(409, "text/x.tlog.size", size + "\n");
    }

    static WitnessAnswer refused(int status, String zh, String en) {
        return new WitnessAnswer(status, PLAIN, zh + "\n" + en + "\n");
    }
}
