package cn.dandang.ledger;

/** Limits of a record's text fields: short enough for an index key of every store, never empty. */
final class RecordLimits {

    static final int MAX_TEXT_BYTES = 512;

    private RecordLimits() {
    }

    static void requireText(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        int bytes = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
                bytes += 4;
            } else if (c == 0 || Character.isSurrogate(c)) {
                // such text does not survive a round trip through UTF-8 or an index key, so two keys could become one
                throw new IllegalArgumentException(name + " holds a NUL or half a surrogate pair at index " + i);
            } else {
                bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            }
        }
        if (bytes > MAX_TEXT_BYTES) {
            throw new IllegalArgumentException(
                    name + " must have at most " + MAX_TEXT_BYTES + " bytes as UTF-8, had " + bytes);
        }
    }
}
