package cn.dandang.deploy.book;

import cn.dandang.policy.Citation;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.reading.Comparison;
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
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One example of the rules in a reader's words.
 *
 * @param name   its Chinese name, or what it asks
 * @param when   the day and the place
 * @param given  what is known: dates entered, readings confirmed, findings
 * @param table  the side-by-side table it is a cell of, or null
 * @param places the clauses it stands beside
 */
record BookExample(String name, String when, String given, String expected, @Nullable String table, List<String> places) {
    private static final Map<String, String> KEYS = Map.ofEntries(Map.entry("outcome", "答复"), Map.entry("support", "依据"), Map.entry("acts", "效力"), Map.entry("modal", "用语"), Map.entry("verdict", "判定"),
            Map.entry("exception", "可作例外"), Map.entry("by itself", "自行生效"), Map.entry("clauses", "条款"), Map.entry("treatment", "处理"), Map.entry("limit", "期限"), Map.entry("remedies", "可能适用的国家规定"),
            Map.entry("other rules", "可能适用的国家规定"), Map.entry("says", "表述"), Map.entry("rule", "规则"), Map.entry("reading", "口径"), Map.entry("opens", "自行启动"), Map.entry("missing", "尚缺"),
            Map.entry("questions", "待答问题"), Map.entry("counts", "计为"), Map.entry("duty", "义务"), Map.entry("asked", "所问各级"), Map.entry("quotes", "引文"), Map.entry("item", "要件"),
            Map.entry("required", "须记录"), Map.entry("immediately", "立即启动"), Map.entry("explanation", "说明"), Map.entry("escalation", "后果"), Map.entry("must be explained", "须说明"),
            Map.entry("addressee", "受理"), Map.entry("meaning", "含义"), Map.entry("mechanism", "机制"), Map.entry("left to a person", "留待判断的事项数"), Map.entry("own items", "本级要件数"),
            Map.entry("choice", "已确认的选择"), Map.entry("items asked", "所问要件数"));
    private static final Map<String, String> GIVEN = Map.ofEntries(Map.entry("applicant", "申请人"), Map.entry("field", "领域"), Map.entry("cited policy", "所依据的政策"), Map.entry("groups", "决定列明"),
            Map.entry("decision", "决定"), Map.entry("trigger", "整改情况"), Map.entry("appellant", "提出人"), Map.entry("mode", "举报方式"), Map.entry("end", "事项结果"), Map.entry("objected", "记录日期"),
            Map.entry("holds", "成立"), Map.entry("fails", "不成立"), Map.entry("chosen", "选定措施"), Map.entry("item", "要件"), Map.entry("reading", "口径"));
    private static final Map<String, String> ASKS = Map.ofEntries(Map.entry("opens with accountability", "容错核实是否与问责同时启动"), Map.entry("opens on a situation", "发现情形时是否启动"),
            Map.entry("application", "容错申请如何处理"), Map.entry("tolerance", "容错检验"), Map.entry("effects", "免责的效力"), Map.entry("rectification", "随决定的纠错"), Map.entry("consequence", "未完成整改的后果"),
            Map.entry("refusal", "不予容错的说明"), Map.entry("appeal", "申诉如何处理"), Map.entry("feedback", "向举报人反馈"), Map.entry("objector", "明确反对的记录"), Map.entry("item", "检验是否问及此要件"),
            Map.entry("reading", "口径是否在此提出"));
    private static final Map<String, String> PLACES = Map.of("000000", "中央", "370000", "山东省", "371000", "威海市", "340000", "安徽省", "520000", "贵州省");

    /** All examples under a folder, in the order of its files; the cells of the side-by-side tables among them. */
    static List<BookExample> under(PolicySnapshot policy, BookWords words, Path folder) {
        var settings = new LoaderOptions();
        settings.setMaxAliasesForCollections(10_000);
        var reader = new Reader(policy, words);
        var examples = new ArrayList<BookExample>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList()) {
                Map<?, ?> content = new Yaml(new SafeConstructor(settings)).load(Files.readString(file));
                if (content.get("examples") instanceof List<?> list) {
                    list.forEach(one -> examples.add(reader.example((Map<?, ?>) one)));
                } else if (content.get("table") != null) {
                    ((Map<?, ?>) content.get("rows")).forEach((row, cells) -> ((Map<?, ?>) cells).forEach(
                            (document, asked) -> examples.add(reader.cell(String.valueOf(content.get("table")), String.valueOf(document), (Map<?, ?>) asked))));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("The examples under " + folder + " cannot be read.", broken);
        }
        return List.copyOf(examples);
    }

    private record Reader(PolicySnapshot policy, BookWords words) {

        BookExample example(Map<?, ?> raw) {
            Object clause = raw.get("clause");
            List<String> places = (clause instanceof List<?> several ? several.stream().map(String::valueOf) : Stream.of(String.valueOf(clause))).map(text -> text.replaceAll("「.*", "").strip()).toList();
            String code = String.valueOf(raw.get("jurisdiction"));
            String place = PLACES.getOrDefault(code, "行政区划" + code);
            Map<?, ?> given = map(raw.get("given"));
            String asks = given.get("question") == null ? ASKS.getOrDefault(String.valueOf(raw.get("ask")), String.valueOf(raw.get("ask"))) : words.of(given.get("question"));
            // the key of its question stands at the end of a made name; the question itself is told beside it
            String name = String.valueOf(raw.get("name")).replaceFirst(" [a-z]+\\.[a-z-]+$", "");
            boolean chinese = name.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
            return new BookExample(chinese ? name : asks, day(raw.get("date")) + " " + place, known(map(raw.get("policy")), given, chinese ? asks : ""),
                    expected(map(raw.get("expect")), String.valueOf(given.get("question")), code), null, places);
        }

        BookExample cell(String table, String document, Map<?, ?> asked) {
            Object question = asked.get("question");
            Object item = asked.get("item");
            Object reading = asked.get("reading");
            String about = question != null ? Comparison.title(policy, question.toString()).zh() : words.of(item != null ? item : reading);
            List<String> places = question != null ? places(policy.rule(question.toString(), document).clauses())
                    : item != null ? places(policy.items().get(item.toString()).clauses().getOrDefault(document, List.of())) : List.of();
            String place = policy.document(document).jurisdiction();
            return new BookExample(about, "2024-05-10 " + PLACES.get(place), "", expected(map(asked.get("expect")), String.valueOf(question), place), table, places);
        }

        private static List<String> places(List<Citation> clauses) {
            return clauses.stream().map(Citation::place).distinct().toList();
        }

        private String known(Map<?, ?> entered, Map<?, ?> given, String asks) {
            var known = new ArrayList<String>();
            if (!asks.isEmpty()) {
                known.add("问：" + asks);
            }
            map(entered.get("dates")).forEach((document, date) -> known.add("施行日期：" + document + " " + day(date)));
            map(entered.get("readings")).forEach((reading, choice) -> {
                String[] parts = choice.toString().split(" from ");
                known.add("已确认口径：" + words.choice(reading.toString(), parts[0]) + (parts.length > 1 ? "（自 " + parts[1] + "）" : ""));
            });
            map(given.get("choices in the case")).forEach((reading, choice) -> known.add("本案选用口径：" + words.choice(reading.toString(), choice.toString())));
            map(given.get("findings")).forEach((item, result) -> known.add(words.items(item.toString()) + "：" + words.of(result)));
            list(given.get("red lines")).forEach(line -> known.add("红线认定有效：" + words.of(line.toString().replace(" for ", " "))));
            map(given.get("numbers")).forEach((name, number) -> known.add(words.of(name) + "：" + number));
            map(given.get("dates")).forEach((name, date) -> known.add(words.of(name) + "：" + day(date)));
            given.forEach((key, value) -> {
                String label = GIVEN.get(String.valueOf(key));
                if (label != null) {
                    known.add(label + "：" + list(value).stream().map(one -> one instanceof java.util.Date ? day(one) : words.of(one)).collect(Collectors.joining("、")));
                }
            });
            return String.join("；", known);
        }

        private String expected(Map<?, ?> expect, String question, String place) {
            var pairs = new LinkedHashMap<String, String>();
            expect.forEach((key, value) -> {
                if (String.valueOf(key).equals("values")) {
                    // what the functions read of a cell is its own sentence to a reader
                    policy.documentOf(place).map(document -> policy.rule(question, document.code())).map(PolicyRule::says)
                            .ifPresent(says -> pairs.put("表述", says.zh()));
                } else {
                    String label = KEYS.get(String.valueOf(key));
                    pairs.put(label == null ? words.of(key) : label, words.of(value));
                }
            });
            return pairs.entrySet().stream().map(pair -> pair.getKey() + "：" + pair.getValue()).collect(Collectors.joining("；"));
        }
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
    }

    private static String day(@Nullable Object date) {
        return date instanceof java.util.Date day ? java.time.LocalDate.ofInstant(day.toInstant(), java.time.ZoneOffset.UTC).toString() : String.valueOf(date);
    }
}
