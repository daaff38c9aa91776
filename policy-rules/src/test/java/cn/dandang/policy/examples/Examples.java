package cn.dandang.policy.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** All examples: those written one by one, and the rows of the side-by-side tables, each asked in all five places. */
final class Examples {
    private static final Path FOLDER = Path.of("src", "test", "resources", "examples");
    private static final Map<String, String> PLACES = Map.of("中", "000000", "鲁", "370000", "皖", "340000", "黔", "520000", "威", "371000");

    /** A cell of a side-by-side table and the example that asks it. */
    record Cell(String table, String row, String document, Example example) {
    }

    private Examples() {
    }

    static List<Example> all() {
        var examples = new ArrayList<Example>();
        files().forEach((file, content) -> {
            if (content.containsKey("examples")) {
                for (Object entry : (List<?>) content.get("examples")) {
                    examples.add(Example.of(file, Example.map(entry)));
                }
            }
        });
        cells().forEach(cell -> examples.add(cell.example()));
        return examples;
    }

    static List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        files().forEach((file, content) -> {
            if (content.containsKey("table")) {
                String table = content.get("table").toString();
                Example.map(content.get("rows")).forEach((row, places) -> Example.map(places).forEach(
                        (document, asked) -> cells.add(cell(file, table, row, document, Example.map(asked)))));
            }
        });
        return cells;
    }

    /** A test resource that is YAML. */
    static Map<String, Object> yaml(Path file) {
        try {
            return Example.map(new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(Files.readString(file)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Cell cell(String file, String table, String row, String document, Map<String, Object> asked) {
        String ask = asked.containsKey("item") ? "item" : asked.containsKey("reading") ? "reading" : "resolve";
        String about = ask.equals("resolve") ? "question" : ask;
        for (String key : asked.keySet()) {
            if (!key.equals(about) && !key.equals("expect")) {
                throw new IllegalArgumentException(file + ": the key \"" + key + "\" is not known in the row \"" + row + "\".");
            }
        }
        var raw = new LinkedHashMap<String, Object>();
        raw.put("name", table + " " + row + " · " + document);
        raw.put("ask", ask);
        raw.put("date", "2024-05-10");
        raw.put("jurisdiction", PLACES.get(document));
        raw.put("policy", Map.of("dates", Map.of("鲁", "2016-01-01", "皖", "2018-09-01", "黔", "2018-12-01")));
        raw.put("given", Map.of(about, asked.get(about)));
        raw.put("expect", asked.get("expect"));
        raw.put("clause", "表 " + table);
        return new Cell(table, row, document, Example.of(file, raw));
    }

    private static Map<String, Map<String, Object>> files() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            var contents = new LinkedHashMap<String, Map<String, Object>>();
            files.filter(f -> f.toString().endsWith(".yaml")).sorted().forEach(file -> contents.put(FOLDER.relativize(file).toString(), yaml(file)));
            return contents;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
