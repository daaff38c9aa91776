package cn.dandang.kit.web;

import java.time.Duration;

/** How far the views have come. Implemented by the view runner. */
public interface ViewPositions {
    /** Waits until every view has taken the record at this position; false if that did not happen in time. */
    boolean awaitAtLeast(long position, Duration atMost) throws InterruptedException;

    /** The last position that every view has taken; -1 before the first. */
    long position();
}
