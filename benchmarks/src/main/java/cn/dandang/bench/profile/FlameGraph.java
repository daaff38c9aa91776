package cn.dandang.bench.profile;

import cn.dandang.bench.measure.Svg;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Stacks as SVG: a frame is as wide as its share of the samples, and stands on the frame that called it. */
final class FlameGraph {

    private static final int WIDTH = 1200;
    private static final int ROW = 17;
    private static final int TOP = 30;
    private static final double NARROWEST = 0.003;
    private static final int DEEPEST = 64;
    private static final double LETTER = 6.4;

    private final StringBuilder svg = new StringBuilder();
    private final int total;
    private int depth;

    private static final class Node {
        private final Map<String, Node> callees = new TreeMap<>();
        private int count;
    }

    private FlameGraph(int total) {
        this.total = total;
    }

    static String of(String title, Stacks stacks) {
        Node root = new Node();
        for (List<String> stack : stacks.seen()) {
            root.count++;
            Node at = root;
            for (String frame : stack.reversed()) {
                at = at.callees.computeIfAbsent(frame, name -> new Node());
                at.count++;
            }
        }
        FlameGraph graph = new FlameGraph(Math.max(1, root.count));
        graph.callees(root, 0, 0);
        int height = TOP + (graph.depth + 1) * ROW + 8;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="monospace" font-size="11" role="img">
                <rect width="%d" height="%d" fill="#ffffff"/>
                <text x="8" y="19" font-family="sans-serif" font-size="13" font-weight="bold" fill="#222222">%s</text>
                """.formatted(WIDTH, height, WIDTH, height, Svg.escape(title)) + graph.svg + "</svg>\n";
    }

    private void callees(Node caller, double from, int row) {
        double x = from;
        for (Map.Entry<String, Node> callee : caller.callees.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Node> each) -> each.getValue().count).reversed()).toList()) {
            double share = (double) callee.getValue().count / total;
            if (share < NARROWEST || row == DEEPEST) {
                break;
            }
            depth = Math.max(depth, row);
            frame(callee.getKey(), share, x, row);
            callees(callee.getValue(), x, row + 1);
            x += share * WIDTH;
        }
    }

    /** The outermost frame is at the top, so that the page begins with what is called first. */
    private void frame(String name, double share, double x, int row) {
        double width = share * WIDTH;
        int y = TOP + row * ROW;
        int letters = (int) (width / LETTER) - 1;
        String shown = shown(name);
        svg.append(String.format(Locale.ROOT, "<g><title>%s %.1f %%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                Svg.escape(name), share * 100, x, y, Math.max(0.5, width - 0.5), ROW - 1, colour(name)));
        if (letters >= 4) {
            svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\" fill=\"#222222\">%s</text>", x + 3, y + 12,
                    Svg.escape(shown.length() <= letters ? shown : shown.substring(0, letters - 1) + "…")));
        }
        svg.append("</g>\n");
    }

    private static String shown(String name) {
        int method = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('.', method - 1) + 1);
    }

    private static String colour(String name) {
        if (name.startsWith("cn.dandang.ledger")) {
            return "#8fc9b8";
        }
        if (name.startsWith("cn.dandang.bench")) {
            return "#d9d3a5";
        }
        if (name.startsWith("org.sqlite") || name.startsWith("com.mongodb") || name.startsWith("org.bson")) {
            return "#e6b48a";
        }
        return name.startsWith("java.") || name.startsWith("jdk.") || name.startsWith("sun.") ? "#d5d8dd" : "#c9b6d8";
    }
}
