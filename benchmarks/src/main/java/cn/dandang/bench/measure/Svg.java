package cn.dandang.bench.measure;

/** Text in a picture. */
public final class Svg {

    private Svg() {
    }

    /** The text as the content of an element. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
