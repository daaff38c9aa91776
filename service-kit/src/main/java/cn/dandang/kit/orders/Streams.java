package cn.dandang.kit.orders;

/** Names of streams, {@code <kind>-<uuid>}. */
public final class Streams {
    private static final int UUID_LENGTH = 36;

    private Streams() {}

    public static String of(String kind, String id) {
        if (id.length() != UUID_LENGTH) {
            throw new IllegalArgumentException("The id of a " + kind + " is a UUID, not \"" + id + "\".");
        }
        return kind + "-" + id;
    }

    /** The id without the kind. */
    public static String id(String stream) {
        check(stream);
        return stream.substring(stream.length() - UUID_LENGTH);
    }

    public static String kind(String stream) {
        check(stream);
        return stream.substring(0, stream.length() - UUID_LENGTH - 1);
    }

    /** Whether it is a name of this form. */
    static boolean named(String stream) {
        int dash = stream.length() - UUID_LENGTH - 1;
        return dash >= 1 && stream.charAt(dash) == '-';
    }

    private static void check(String stream) {
        if (!named(stream)) {
            throw new IllegalArgumentException("A stream is named <kind>-<uuid>, not \"" + stream + "\".");
        }
    }
}
