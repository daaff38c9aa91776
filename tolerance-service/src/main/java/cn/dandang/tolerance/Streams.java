package cn.dandang.tolerance;

/** Names of the streams of this service: {@code <kind>-<uuid>}. Their spelling is for ever. */
public final class Streams {
    public static final String ACCOUNTABILITY_CASE = "accountability-case";
    public static final String TOLERANCE_CASE = "tolerance-case";
    public static final String RECTIFICATION_TASK = "rectification-task";
    public static final String APPEAL = "appeal";
    public static final String FACT_STANDING = "fact-standing";
    public static final String FACT_LINK = "fact-link";

    private Streams() {}

    public static String accountabilityCase(String id) {
        return ACCOUNTABILITY_CASE + "-" + id;
    }

    public static String toleranceCase(String id) {
        return TOLERANCE_CASE + "-" + id;
    }

    public static String rectificationTask(String id) {
        return RECTIFICATION_TASK + "-" + id;
    }

    public static String appeal(String id) {
        return APPEAL + "-" + id;
    }

    public static String factStanding(String factId) {
        return FACT_STANDING + "-" + factId;
    }

    public static String factLink(String id) {
        return FACT_LINK + "-" + id;
    }
}
