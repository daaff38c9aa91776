package cn.dandang.deploy.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** How one launcher asks another to end: a file in the data folder, so that only who may write there can ask. */
public final class StopRequest {
    private static final long LOOK_MILLIS = 250;
    private final DataFolder folder;
    private final Path file;

    public StopRequest(DataFolder folder) {
        this.folder = folder;
        this.file = folder.run().resolve("stop-requested");
    }

    /** Drops a request that was meant for an earlier run. */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new StackFailure(ExitCode.DATA_BROKEN, "无法删除 " + file + "；请检查权限。", "The file " + file + " cannot be removed; check the rights.");
        }
    }

    /** Returns when somebody asks. */
    public void await() throws InterruptedException {
        while (!Files.exists(file)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        forget();
    }

    /** Asks, and waits until the launcher has ended everything; false when it is still there after the time. */
    public boolean ask(Duration patience) throws InterruptedException {
        try {
            Files.writeString(file, "stop\n");
        } catch (IOException failure) {
            throw new StackFailure(ExitCode.DATA_BROKEN, "无法写入 " + file + "；请检查权限与磁盘。", "The file " + file + " cannot be written; check rights and disk.");
        }
        Instant limit = Instant.now().plus(patience);
        while (folder.inUse() && Instant.now().isBefore(limit)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        return !folder.inUse();
    }
}
