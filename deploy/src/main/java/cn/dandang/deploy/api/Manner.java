package cn.dandang.deploy.api;

import java.util.function.Supplier;

/** How a call comes to its answer: asked once, or as often as somebody wants to know. */
@FunctionalInterface
public interface Manner {
    /** One attempt, whatever becomes of it. */
    Manner ONCE = (asked, attempt) -> attempt.get();

    /**
     * Makes attempts and hands back the answer that counts.
     *
     * @param attempt sends the same request under the same idempotency key each time; throws when no answer came
     */
    Answer carryOut(Asked asked, Supplier<Answer> attempt);

    /**
     * What is asked.
     *
     * @param account        who asks
     * @param idempotencyKey empty where nothing is ordered
     */
    record Asked(String account, String method, String path, String idempotencyKey) {

        /** The service that answers. */
        public String service() {
            String[] parts = path.split("/");
            return parts.length > 2 ? parts[2] : "";
        }
    }
}
