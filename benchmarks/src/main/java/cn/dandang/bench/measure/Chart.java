package cn.dandang.bench.measure;

import java.util.List;
import java.util.Locale;

/** Two sides of a result as bars, with a dot for each round: SVG that a page can show as it is. */
final class Chart {

    private static final int WIDTH = 720;
    private static final int LEFT = 210;
    private static final int RIGHT = 120;
    private static final int ROW = 44;
    private static final int TOP = 34;

    private Chart() {
    }

    static String of(Result result) {
        List<Result.Side> sides = result.peer() == null ? List.of(result.ours()) : List.of(result.ours(), result.peer());
        double most = sides.stream().flatMap(side -> side.rounds().stream()).mapToDouble(Double::doubleValue).max().orElse(1);
        int height = TOP + sides.size() * ROW + 8;
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13" role="img">
                <rect width="%d" height="%d" fill="#ffffff"/>
                <text x="12" y="20" font-weight="bold" fill="#222222">%s</text>
                """.formatted(WIDTH, height, WIDTH, height, Svg.escape(result.figure().line().substring("figure ".length()))));
        for (int i = 0; i < sides.size(); i++) {
            row(svg, sides.get(i), TOP + i * ROW, most, i == 0 ? "#1f6f5c" : "#8a8f98");
        }
        return svg.append("</svg>\n").toString();
    }

    private static void row(StringBuilder svg, Result.Side side, int y, double most, String colour) {
        double scale = (WIDTH - LEFT - RIGHT) / most;
        double end = side.median() * scale;
        svg.append(String.format(Locale.ROOT, """
                <text x="%d" y="%d" text-anchor="end" fill="#222222">%s</text>
                <rect x="%d" y="%d" width="%.1f" height="22" fill="%s" fill-opacity="0.75"/>
                <text x="%.1f" y="%d" fill="#222222">%s %s</text>
                """, LEFT - 8, y + 20, Svg.escape(side.name()), LEFT, y + 5, end, colour, WIDTH - RIGHT + 8.0, y + 20,
                new Figure("", side.median(), "").valueText(), Svg.escape(side.unit())));
        for (double round : side.rounds()) {
            svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%d\" r=\"3\" fill=\"#222222\" fill-opacity=\"0.55\"/>%n",
                    LEFT + round * scale, y + 33));
        }
    }
}
