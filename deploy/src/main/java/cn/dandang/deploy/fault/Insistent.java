package cn.dandang.deploy.fault;

import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.Manner;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks again, with the same idempotency key, until it is told what became of its order; keeps what was acknowledged, in order. One of these
 * belongs to one thread, which sends one call after the other.
 */
final class Insistent implements Manner {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private final String name;
    private final Pace pace;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Map<String, Integer> unanswered = new TreeMap<>();
    private final CountDownLatch never = new CountDownLatch(1);

    Insistent(String name, Pace pace) {
        this.name = name;
        this.pace = pace;
    }

    @Override
    public Answer carryOut(Asked asked, Supplier<Answer> attempt) {
        Instant limit = Instant.now().plus(PATIENCE);
        int attempts = 0;
        while (true) {
            attempts++;
            String why;
            try {
                Answer answer = attempt.get();
                // 401: a service has not yet asked for the new key of a gateway that was started anew
                if (answer.status() < 500 && answer.status() != 401) {
                    pace.answered();
                    if (asked.method().equals("POST") && answer.ok()) {
                        acknowledged.add(new Acknowledged(name, asked.service(), asked.path(), asked.idempotencyKey(), attempts, answer.position(), answer.at("version").asLong(-1), answer.id()));
                    }
                    return answer;
                }
                why = answer.status() + " " + answer.problem();
            } catch (UncheckedIOException noAnswer) {
                why = "no answer";
            }
            unanswered.merge(why, 1, Integer::sum);
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException(name + " was never told what became of " + asked.method() + " " + asked.path() + "; last: " + why);
            }
            pause();
        }
    }

    private void pause() {
        try {
            never.await(150, TimeUnit.MILLISECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Why it had to ask again, and how often. */
    Map<String, Integer> unanswered() {
        return unanswered;
    }
}
