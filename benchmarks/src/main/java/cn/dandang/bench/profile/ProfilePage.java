package cn.dandang.bench.profile;

import cn.dandang.bench.measure.Result;
import java.util.List;
import java.util.Locale;

/** A profile as a page of its own, which the figure's part of the report points at. */
public final class ProfilePage {

    private static final int FRAMES = 25;
    private static final double LEAST = 0.005;

    private ProfilePage() {
    }

    /** The page, in Markdown; it shows the flame graph that lies beside it. */
    public static String of(Result result, Profile profile) {
        StringBuilder page = new StringBuilder("# Profile of `").append(result.figure().name()).append("`\n\n<!-- written by ./dandang bench, not by hand -->\n\n")
                .append(result.what()).append("\n\nOne more round of our side (").append(result.ours().name()).append("), sampled while it ran: ")
                .append(String.format(Locale.ROOT, "%.0f a second, %.1f µs of processor time each. The process kept %.2f processors busy; "
                                + "%.2f of them ran Java threads, the rest garbage collection, the compiler and the recording.%n%n",
                        profile.perSecond(), profile.microsEach(), profile.cores(), profile.sampled()));
        page.append("## Processor time by purpose\n\n").append("| share | µs each | purpose |\n|---:|---:|---|\n");
        double java = profile.microsEach() * profile.sampled() / profile.cores();
        for (Stacks.Share each : profile.running().purposes()) {
            page.append(String.format(Locale.ROOT, "| %.1f %% | %.2f | %s |%n", each.share() * 100, each.share() * java, each.name()));
        }
        if (profile.waiting().count() > 0) {
            page.append("\nSamples by processor time: ").append(profile.running().count())
                    .append(".\n\n## Appends on their way, by the clock\n\nWhere the threads were that were inside an append and neither asleep nor waiting for a lock. ")
                    .append("Time in the system counts here, such as a wait for the disk.\n\n| share | purpose |\n|---:|---|\n");
            rows(page, profile.waiting().purposes());
            page.append("\nSamples by the clock: ").append(profile.waiting().count()).append(".\n");
        }
        page.append("\n## Hottest frames by processor time\n\n| share | frame |\n|---:|---|\n");
        rows(page, profile.running().hottest().stream().limit(FRAMES).map(each -> new Stacks.Share("`" + each.name() + "`", each.share())).toList());
        return page.append("\n![flame graph](").append(result.figure().name()).append(".profile.svg)\n\n`").append(result.command()).append(" --profile` · ").append(result.at()).append('\n').toString();
    }

    /** The flame graph, as SVG. */
    public static String graph(Result result, Profile profile) {
        return FlameGraph.of(result.figure().name() + ": processor time of " + result.ours().name(), profile.running());
    }

    private static void rows(StringBuilder page, List<Stacks.Share> shares) {
        shares.stream().filter(each -> each.share() >= LEAST)
                .forEach(each -> page.append(String.format(Locale.ROOT, "| %.1f %% | %s |%n", each.share() * 100, each.name())));
    }
}
