package cn.dandang.kit.orders;

import cn.dandang.kit.ids.Ids;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;

/** Lets the service's own {@link Ids} name the events that Axon makes; found by Axon through the service loader. */
public final class LedgerIdentifiers extends IdentifierFactory {
    private static final ThreadLocal<@Nullable Ids> CURRENT = new ThreadLocal<>();

    static void during(Ids ids, Runnable work) {
        @Nullable Ids outer = CURRENT.get();
        CURRENT.set(ids);
        try {
            work.run();
        } finally {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    @Override
    public String generateIdentifier() {
        @Nullable Ids ids = CURRENT.get();
        return ids == null ? UUID.randomUUID().toString() : ids.next();
    }
}
