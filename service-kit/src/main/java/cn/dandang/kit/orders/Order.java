package cn.dandang.kit.orders;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commands that are taken together or not at all, in this order.
 *
 * @param actor          who orders
 * @param idempotencyKey the caller's key; a repeat answers with the first receipt
 * @param requestDigest  digest of the request that brought the key; another one with the same key is a conflict
 * @param ifMatch        version that the first command's stream must have; -1 for a stream that must not exist; null for any
 * @param commands       at least one; wrap one in {@link Once} to consume a cause
 * @param correlation    what it belongs to; a fresh id when null
 * @param causation      id of the fact or request that caused it
 * @param asOf           the legal date it is decided on; today when null
 */
public record Order(Actor actor, @Nullable String idempotencyKey, @Nullable String requestDigest, @Nullable Long ifMatch, List<? extends Command> commands,
                    @Nullable String correlation, @Nullable String causation, @Nullable LocalDate asOf) {
    public Order {
        commands = List.copyOf(commands);
        if (commands.isEmpty()) {
            throw new IllegalArgumentException("An order has at least one command.");
        }
    }

    /** An order without a key or a required version. */
    public static Order of(Actor actor, Command... commands) {
        return of(actor, List.of(commands));
    }

    /** An order without a key or a required version. */
    public static Order of(Actor actor, List<? extends Command> commands) {
        return new Order(actor, null, null, null, commands, null, null, null);
    }

    /** The same with commands added at the end. */
    public Order and(Command... more) {
        List<Command> all = new ArrayList<>(commands);
        all.addAll(List.of(more));
        return new Order(actor, idempotencyKey, requestDigest, ifMatch, all, correlation, causation, asOf);
    }

    public Order withIdempotencyKey(String key, @Nullable String digest) {
        return new Order(actor, key, digest, ifMatch, commands, correlation, causation, asOf);
    }

    public Order withIfMatch(@Nullable Long version) {
        return new Order(actor, idempotencyKey, requestDigest, version, commands, correlation, causation, asOf);
    }

    public Order withCause(@Nullable String belongsTo, @Nullable String causedBy) {
        return new Order(actor, idempotencyKey, requestDigest, ifMatch, commands, belongsTo, causedBy, asOf);
    }

    /** Decided as of this legal date, as the ticker does. */
    public Order withAsOf(@Nullable LocalDate date) {
        return new Order(actor, idempotencyKey, requestDigest, ifMatch, commands, correlation, causation, date);
    }
}
