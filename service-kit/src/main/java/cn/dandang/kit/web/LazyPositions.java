package cn.dandang.kit.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The view runner once it is there; a service without views has read everything. */
record LazyPositions(ObjectProvider<ViewPositions> runner) implements ViewPositions {

    @Override
    public boolean awaitAtLeast(long position, Duration atMost) throws InterruptedException {
        @Nullable ViewPositions views = runner.getIfAvailable();
        return views == null || views.awaitAtLeast(position, atMost);
    }

    @Override
    public long position() {
        @Nullable ViewPositions views = runner.getIfAvailable();
        return views == null ? -1 : views.position();
    }
}
