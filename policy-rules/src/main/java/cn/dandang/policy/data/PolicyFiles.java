package cn.dandang.policy.data;

import cn.dandang.policy.Calendars;
import cn.dandang.policy.Catalogue;
import cn.dandang.policy.Message;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.Pack;
import cn.dandang.policy.PolicyData;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.Reading;
import cn.dandang.policy.RuleKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the files under {@code /policy}: the list is closed, so a file nobody reads cannot lie there unseen. */
public final class PolicyFiles {
    private static final String DOCUMENTS = "documents.yaml";
    private static final String NATIONAL = "national-rules.yaml";
    private static final String READINGS = "readings.yaml";
    private static final String ITEMS = "tolerance-items.yaml";
    private static final List<String> RULES = List.of("rules/opening.yaml", "rules/tolerance.yaml", "rules/effects.yaml",
            "rules/rectification.yaml", "rules/appeal.yaml", "rules/feedback.yaml", "rules/clarification.yaml");
    private static final String CALENDARS = "calendars.yaml";
    private static final List<String> PACKS = List.of("packs/P1.yaml", "packs/P2.yaml", "packs/P6.yaml", "packs/P8.yaml", "packs/P10.yaml",
            "packs/P11.yaml", "packs/P13.yaml", "packs/P14.yaml", "packs/P15.yaml", "packs/P16.yaml");

    private static final class Loaded {
        private static final PolicyData DATA = read(PolicyFiles::resource);
    }

    /** Where the text of a file comes from. */
    public interface Source {
        String text(String file);
    }

    private PolicyFiles() {
    }

    /** The data of the repository; read on first use. */
    public static PolicyData load() {
        return Loaded.DATA;
    }

    /** Reads all files from a source; refuses any fault with file, line and a sentence. */
    public static PolicyData read(Source source) {
        var texts = new LinkedHashMap<String, String>();
        for (String file : files()) {
            texts.put(file, source.text(file));
        }
        // files do not depend on each other until they are read: composing them and holding them against their schemas takes every core there is
        Map<String, CompletableFuture<Node>> composed = new LinkedHashMap<>();
        texts.forEach((file, text) -> composed.put(file, CompletableFuture.supplyAsync(() -> YamlMap.compose(file, text))));
        Map<String, Node> nodes = new LinkedHashMap<>();
        composed.forEach((file, node) -> nodes.put(file, joined(node)));
        var schemas = new SchemaCheck();
        List<CompletableFuture<Void>> held = nodes.entrySet().stream().map(file -> CompletableFuture.runAsync(() -> schemas.check(file.getKey(), file.getValue()))).toList();
        PolicyData data = read(digest(texts), file -> YamlMap.of(file, Objects.requireNonNull(nodes.get(file))));
        held.forEach(PolicyFiles::joined);
        return data;
    }

    /** The value, or the refusal itself and not what wraps it. */
    private static <T> T joined(CompletableFuture<T> task) {
        try {
            return task.join();
        } catch (CompletionException wrapped) {
            throw wrapped.getCause() instanceof RuntimeException refused ? refused : wrapped;
        }
    }

    private static PolicyData read(String digest, Function<String, YamlMap> yaml) {
        List<PolicyDocument> documents = DocumentFile.read(yaml.apply(DOCUMENTS));
        Map<String, NationalRule> national = nationalRules(yaml.apply(NATIONAL));
        var citations = new CitationReader(documents);
        Map<String, Reading> readings = ReadingFile.read(yaml.apply(READINGS), citations);
        var rules = new LinkedHashMap<String, PolicyRule>();
        var keys = new LinkedHashMap<String, RuleKey>();
        for (String file : RULES) {
            new RuleFile(documents, citations, readings, national).read(yaml.apply(file), keys, rules);
        }
        var items = new ItemFile(documents, citations, readings);
        items.read(yaml.apply(ITEMS));
        Catalogue catalogue = new CatalogueReader(documents, readings.keySet(), national.keySet(), keys, rules).read(yaml);
        var packs = new LinkedHashMap<String, Pack>();
        for (String file : PACKS) {
            Pack pack = PackFile.read(yaml.apply(file));
            packs.put(pack.id(), pack);
        }
        Calendars calendars = CalendarFile.read(yaml.apply(CALENDARS));
        return new PolicyData(digest, documents, Map.copyOf(keys), ordered(rules), ordered(readings), ordered(national),
                ordered(items.items()), ordered(items.checklists()), catalogue, ordered(packs), calendars);
    }

    /** Names of all files read. */
    public static List<String> files() {
        var files = new ArrayList<>(List.of(DOCUMENTS, NATIONAL, READINGS, ITEMS));
        files.addAll(RULES);
        files.addAll(CatalogueReader.files());
        files.add(CALENDARS);
        files.addAll(PACKS);
        return List.copyOf(files);
    }

    /** The text of one file as it lies in the repository. */
    public static String resource(String file) {
        try (var in = PolicyFiles.class.getResourceAsStream("/policy/" + file)) {
            if (in == null) {
                throw new PolicyDataException(file, 1, Message.of("文件不存在。", "the file is missing."));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Message message(YamlMap map) {
        var message = Message.of(map.text("zh"), map.text("en"));
        map.done();
        return message;
    }

    private static Map<String, NationalRule> nationalRules(YamlMap file) {
        var rules = new LinkedHashMap<String, NationalRule>();
        for (YamlMap entry : file.maps("rules")) {
            String id = entry.text("id");
            var rule = new NationalRule(entry.text("pack"), message(entry.map("name")), entry.text("articles"), false);
            entry.done();
            if (rules.put(id, rule) != null) {
                throw entry.refused(Message.of("规定“" + id + "”重复。", "the rule \"" + id + "\" stands twice."));
            }
        }
        file.done();
        return rules;
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    private static String digest(Map<String, String> texts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            texts.forEach((file, text) -> {
                // line ends are a matter of the checkout, not of the rules
                sha.update((file + "\0" + text.replace("\r\n", "\n") + "\0").getBytes(StandardCharsets.UTF_8));
            });
            return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
