package cn.dandang.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** All results as one page, with a chart for each: {@code performance.md} and the folder {@code performance} beside it. */
public final class Report {

    private static final String FOLDER = "performance";
    private static final String BEGIN = "<!-- figures: written by ./dandang bench, not by hand -->";
    private static final String END = "<!-- end of figures -->";

    private final Path place;
    private final ResultFiles results;

    public Report(Path place) {
        this.place = place;
        this.results = new ResultFiles(place.resolve(FOLDER));
    }

    /** Keeps these results beside those of earlier runs, which they replace by name, and writes the page anew. */
    public void write(List<Result> fresh) throws IOException {
        for (Result result : fresh) {
            results.keep(result);
            if (result.profile() == null) {
                // a profile belongs to the run that it was taken with
                Files.deleteIfExists(place.resolve(profile(result)));
                Files.deleteIfExists(place.resolve(graph(result)));
            }
        }
        List<Result> all = results.all();
        for (Result result : all) {
            Files.writeString(place.resolve(FOLDER).resolve(result.figure().name() + ".svg"), Chart.of(result));
        }
        Path page = place.resolve("performance.md");
        String text = Files.exists(page) ? Files.readString(page) : "# Performance\n\n" + BEGIN + "\n" + END + "\n";
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        if (from < 0 || to < from) {
            throw new IOException("The page " + page + " has no place for figures: the lines '" + BEGIN + "' and '" + END + "' are missing");
        }
        Files.writeString(page, text.substring(0, from) + BEGIN + "\n\n" + figures(all) + text.substring(to));
    }

    /** Where the page with a result's profile lies, seen from the report. */
    static String profile(Result result) {
        return FOLDER + "/" + result.figure().name() + ".profile.md";
    }

    private static String graph(Result result) {
        return FOLDER + "/" + result.figure().name() + ".profile.svg";
    }

    /** Writes where a result's time went, a page and a picture, beside its chart; {@link #write} points at it. */
    public void attach(Result result, Look look) throws IOException {
        Files.createDirectories(place.resolve(FOLDER));
        Files.writeString(place.resolve(profile(result)), look.page());
        Files.writeString(place.resolve(graph(result)), look.picture());
    }

    private static String figures(List<Result> all) {
        String table = all.stream().map(Report::row).collect(Collectors.joining());
        String details = all.stream().map(Report::details).collect(Collectors.joining("\n"));
        return "| figure | value | target | |\n|---|---|---|---|\n" + table + "\n" + details + "\n";
    }

    private static String row(Result result) {
        return "| `" + result.figure().name() + "` | " + result.figure().valueText() + " " + result.figure().unit() + " | "
                + (result.target() == null ? "told" : result.target()) + " | "
                + (result.target() == null ? "" : result.reached() ? "reached" : "**not reached**") + " |\n";
    }

    private static String details(Result result) {
        StringBuilder text = new StringBuilder("### `" + result.figure().name() + "`\n\n" + result.what() + "\n\n"
                + "![" + result.figure().name() + "](" + FOLDER + "/" + result.figure().name() + ".svg)\n\n");
        for (Figure beside : result.besides()) {
            text.append("- ").append(beside.name()).append(": ").append(beside.valueText()).append(' ').append(beside.unit()).append('\n');
        }
        if (result.profile() != null) {
            text.append(result.besides().isEmpty() ? "" : "\n").append(result.reached() ? "Where our side's time goes: " : "What stands in the way, our side's time: ")
                    .append(result.profile()).append(". [Profile](").append(profile(result)).append(")\n\n");
        } else if (!result.reached()) {
            text.append(result.besides().isEmpty() ? "" : "\n").append("No profile was taken with it.\n\n");
        }
        return text.append(result.besides().isEmpty() ? "" : "\n").append("`").append(result.command()).append("` · ").append(result.at()).append("\n")
                .toString();
    }
}
