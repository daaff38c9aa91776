package cn.dandang.policy;

/** A place in a document with a short exact quotation: {@code 威·四·12「应当从轻、减轻处理或予以免责」}. */
public record Citation(String document, String place, String quote) {

    /** As printed in a trace or on a page. */
    public String text() {
        return place + "「" + quote + "」";
    }
}
