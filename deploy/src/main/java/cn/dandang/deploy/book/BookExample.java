package cn.dandang.deploy.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One example of the rules in a reader's words: what is asked when and where, and what is to come out. */
record BookExample(String name, String when, String expected, List<String> places) {
    private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("outcome", "答复"), Map.entry("support", "依据"), Map.entry("acts", "效力"), Map.entry("modal", "用语"), Map.entry("verdict", "判定"),
            Map.entry("exception", "可作例外"), Map.entry("by itself", "自行生效"), Map.entry("clauses", "条款"), Map.entry("values", "要点"), Map.entry("treatment", "处理"), Map.entry("limit", "期限"),
            Map.entry("remedies", "可能适用的国家规定"), Map.entry("other rules", "可能适用的国家规定"), Map.entry("says", "表述"), Map.entry("rule", "规则"), Map.entry("reading", "口径"), Map.entry("opens", "启动"), Map.entry("duty", "义务"));
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("STATED", "载明"), Map.entry("NOT_STATED", "未载明"), Map.entry("UNDEFINED", "各级均未载明，由人办理"), Map.entry("LOST", "原件缺损"), Map.entry("UNSET", "未设定"),
            Map.entry("OWN", "本级原文"), Map.entry("INHERITED", "上级条款"), Map.entry("INFERRED", "推断·须确认"), Map.entry("DESIGN", "平台设计"), Map.entry("BY_ITSELF", "可自行生效"), Map.entry("ASK_A_PERSON", "由人判断"),
            Map.entry("MET", "符合"), Map.entry("NOT_MET", "未符合"), Map.entry("OPEN", "由人判断"), Map.entry("MUST", "应当"), Map.entry("MAY", "可以"), Map.entry("NONE", "—"), Map.entry("true", "是"), Map.entry("false", "否"), Map.entry("none", "—"));
    private static final Map<String, String> PLACES = Map.of("000000", "中央", "370000", "山东省", "371000", "威海市", "340000", "安徽省", "520000", "贵州省");

    /** All examples under a folder, in the order of its files. Files of tables are left out: their cells are the rules themselves. */
    static List<BookExample> under(Path folder) {
        var settings = new LoaderOptions();
        settings.setMaxAliasesForCollections(10_000);
        var examples = new ArrayList<BookExample>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                Map<?, ?> content = new Yaml(new SafeConstructor(settings)).load(Files.readString(file));
                if (content.get("examples") instanceof List<?> list) {
                    list.forEach(one -> examples.add(of((Map<?, ?>) one)));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The examples under " + folder + " cannot be read.", broken);
        }
        return List.copyOf(examples);
    }

    private static BookExample of(Map<?, ?> raw) {
        Object clause = raw.get("clause");
        List<String> places = (clause instanceof List<?> several ? several.stream().map(String::valueOf) : Stream.of(String.valueOf(clause))).map(text -> text.replaceAll("「.*", "").strip()).toList();
        String place = String.valueOf(raw.get("jurisdiction"));
        return new BookExample(String.valueOf(raw.get("name")), raw.get("date") instanceof java.util.Date date ? day(date) + " " + PLACES.getOrDefault(place, place) : raw.get("date") + " " + PLACES.getOrDefault(place, place),
                expected(raw.get("expect")), places);
    }

    private static String day(java.util.Date date) {
        return java.time.LocalDate.ofInstant(date.toInstant(), java.time.ZoneOffset.UTC).toString();
    }

    private static String expected(Object expect) {
        var pairs = new LinkedHashMap<String, String>();
        ((Map<?, ?>) expect).forEach((key, value) -> pairs.put(KEYS.getOrDefault(String.valueOf(key), String.valueOf(key)), WORDS.getOrDefault(String.valueOf(value), String.valueOf(value))));
        return pairs.entrySet().stream().map(pair -> pair.getKey() + "：" + pair.getValue()).collect(Collectors.joining("；"));
    }
}
