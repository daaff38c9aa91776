package cn.dandang.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Results on disk, a file for each, so that they can be measured one by one and told together. */
public final class ResultFiles {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    public ResultFiles(Path folder) {
        this.folder = folder;
    }

    public void keep(Result result) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(result.figure().name() + ".json"), JSON.writeValueAsString(result) + "\n");
    }

    public List<Result> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted(Comparator.naturalOrder())
                    .map(file -> JSON.readValue(file, Result.class)).toList();
        }
    }
}
