package cn.dandang.deploy.backup;

import cn.dandang.deploy.stack.DataFolder;
import cn.dandang.deploy.stack.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;

/** The mark that a restore sets in a data folder before it writes anything, and takes away when it has ended: in between nothing starts there. */
public record UnfinishedRestore(DataFolder folder) {

    /** Whether a restore into this folder was interrupted. */
    public boolean isThere() {
        return folder.restoreUnfinished();
    }

    public void begin(String target) throws IOException {
        Files.writeString(folder.unfinishedRestore(), "恢复到 " + target + " 尚未完成；请用同一命令重来。\nA restore into " + target + " is not finished; give the same command again.\n");
    }

    /** Removes the copies that an interrupted restore made in the folder, which may be half there. Ledgers stay: they say how far they are. */
    public void removeCopies() throws IOException {
        for (String copy : Stream.concat(Stream.of("keys"), RulesBackup.FOLDERS.stream()).toList()) {
            Folders.delete(folder.data().resolve(copy));
        }
    }

    public void end() throws IOException {
        Files.delete(folder.unfinishedRestore());
    }
}
