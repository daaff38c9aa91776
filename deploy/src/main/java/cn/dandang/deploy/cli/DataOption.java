package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.Installation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the data lies; the same option for every command that needs it. */
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR")
    private @Nullable Path data;

    // taken by the script before the launcher starts; listed so that every command accepts it
    @Option(names = "--offline", hidden = true)
    private boolean offline;

    DataFolder folder(Installation installation) {
        Path chosen = data;
        return new DataFolder(chosen == null ? installation.defaultData() : chosen);
    }

    /** For what needs no installation when the folder is named: a container has none. */
    DataFolder folder() {
        Path chosen = data;
        return chosen == null ? folder(Installation.find()) : new DataFolder(chosen);
    }
}
