package cn.dandang.policy;

import java.util.ArrayList;
import java.util.List;

/** GB/T 2260 codes and the lineage city, province, centre. */
public final class Jurisdictions {
    public static final String CENTRE = "000000";
    public static final String SHANDONG = "370000";
    public static final String WEIHAI = "371000";
    public static final String ANHUI = "340000";
    public static final String GUIZHOU = "520000";

    private Jurisdictions() {
    }

    /** The place itself, then each level above it, the centre last. Refuses anything but a six-digit code. */
    public static List<String> lineage(String code) {
        if (!code.matches("\\d{6}")) {
            throw new IllegalArgumentException("A jurisdiction is a six-digit GB/T 2260 code, not \"" + code + "\".");
        }
        var lineage = new ArrayList<String>();
        lineage.add(code);
        for (int kept : new int[] {4, 2, 0}) {
            String upper = code.substring(0, kept) + "0".repeat(6 - kept);
            if (!lineage.contains(upper)) {
                lineage.add(upper);
            }
        }
        return List.copyOf(lineage);
    }
}
