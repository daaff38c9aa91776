package cn.dandang.kit.view;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Tells when a fact of another service has arrived in the views of this process, so that a reader can wait for it instead of asking again and again. */
public interface FactArrivals {

    /**
     * Waits until every view has taken a fact. A view whose projection failed is not waited for.
     *
     * @param fact  its id, {@code tolerance/12/0}
     * @param there whether it had arrived before; asked once
     * @return false if it did not come in time
     */
    boolean await(String fact, BooleanSupplier there, Duration atMost) throws InterruptedException;
}
