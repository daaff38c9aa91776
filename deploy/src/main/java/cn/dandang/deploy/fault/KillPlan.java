package cn.dandang.deploy.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which process is killed after how many more answers: all of it is drawn from the seed before anything starts, so that nothing in a run can
 * change it.
 *
 * @param kills in their order
 */
public record KillPlan(long seed, List<Kill> kills) {
    private static final int IN_A_LINE = 10;

    public KillPlan {
        kills = List.copyOf(kills);
    }

    /** Of this process, after so many answers more than at the kill before. */
    public record Kill(String process, int answers) {
        @Override
        public String toString() {
            return process + "+" + answers;
        }
    }

    /**
     * Each process as often as the others, in an order of its own each time round.
     *
     * @param fewest answers between two kills
     * @param most   answers between two kills
     */
    public static KillPlan of(long seed, int kills, List<String> processes, int fewest, int most) {
        // the sequence of this generator is part of its specification, so that a seed told years ago still says the same
        Random random = new Random(seed);
        List<String> order = new ArrayList<>();
        List<Kill> drawn = new ArrayList<>();
        while (drawn.size() < kills) {
            if (order.isEmpty()) {
                order.addAll(processes);
                Collections.shuffle(order, random);
            }
            drawn.add(new Kill(order.removeFirst(), fewest + random.nextInt(most - fewest + 1)));
        }
        return new KillPlan(seed, drawn);
    }

    /** Ten kills in a line, each {@code process+answers}. */
    public List<String> lines() {
        return IntStream.iterate(0, from -> from < kills.size(), from -> from + IN_A_LINE)
                .mapToObj(from -> kills.subList(from, Math.min(from + IN_A_LINE, kills.size())).stream().map(Kill::toString).collect(Collectors.joining(" "))).toList();
    }
}
