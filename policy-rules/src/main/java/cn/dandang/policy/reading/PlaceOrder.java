package cn.dandang.policy.reading;

import java.util.Comparator;

/** Places of one document in the order in which they are printed: notice, preface, sections with their items, the end. */
public final class PlaceOrder implements Comparator<String> {
    public static final PlaceOrder INSTANCE = new PlaceOrder();
    private static final String NUMERALS = "一二三四五六七八九十";
    private static final int LAST = 1_000;

    private PlaceOrder() {
    }

    @Override
    public int compare(String one, String other) {
        String[] left = one.split("·");
        String[] right = other.split("·");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int compared = Integer.compare(i < left.length ? rank(left[i]) : -LAST, i < right.length ? rank(right[i]) : -LAST);
            if (compared != 0) {
                return compared;
            }
        }
        return one.compareTo(other);
    }

    private static int rank(String part) {
        return switch (part) {
            case "通知" -> -2;
            case "序" -> -1;
            case "末" -> LAST;
            default -> part.matches("\\d{1,3}") ? Integer.parseInt(part)
                    : part.length() == 1 && NUMERALS.contains(part) ? NUMERALS.indexOf(part) + 1 : LAST - 1;
        };
    }
}
