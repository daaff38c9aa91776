package cn.dandang.deploy.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Copies of what lies beside the ledgers under its digest: the data of the releases that decided, without which a recorded version of the
 * rules cannot answer, and the imported texts of the documents. Neither is ever changed, and whoever reads one holds it against its name.
 */
public final class RulesBackup {
    static final List<String> FOLDERS = List.of("policy-releases", "policy-texts");
    private static final String BEGUN_FOLDER = "new-";
    private static final String BEGUN_FILE = ".new";

    private RulesBackup() {}

    /**
     * Copies them as they stand, while a service may write more. To be done after the ledgers: a text is on disk before a record names it.
     *
     * @param data   a data folder, or a backup made by this
     * @param target where the folders are to be; files that are there already stay
     * @return how many files were copied
     */
    public static int copy(Path data, Path target) throws IOException {
        int copied = 0;
        for (String name : FOLDERS) {
            Path from = data.resolve(name);
            for (Path file : finished(from)) {
                Path to = target.resolve(name).resolve(from.relativize(file).toString());
                if (!Files.exists(to)) {
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                    copied++;
                }
            }
        }
        return copied;
    }

    private static List<Path> finished(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file) && !isBegun(folder.relativize(file))).sorted().toList();
        }
    }

    private static boolean isBegun(Path file) {
        return StreamSupport.stream(file.spliterator(), false).map(Path::toString).anyMatch(name -> name.startsWith(BEGUN_FOLDER) || name.endsWith(BEGUN_FILE));
    }
}
