package cn.dandang.policy.data;

import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a policy file that remembers where it stands: every key must be asked for, and asked for once it must be there. */
public final class YamlMap {
    private final String file;
    private final int line;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private YamlMap(String file, Node node) {
        this.file = file;
        this.line = lineOf(node);
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw refused(line, Message.of("此处应为键值映射。", "a mapping is expected here."));
        }
        for (var tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                throw refused(lineOf(tuple.getKeyNode()), Message.of("键“" + key + "”重复。", "the key \"" + key + "\" stands twice."));
            }
            lines.put(key, lineOf(tuple.getKeyNode()));
        }
    }

    /** Reads a whole file; refuses what is not YAML. */
    public static YamlMap read(String file, String text) {
        return of(file, compose(file, text));
    }

    /** A whole file that is composed already, with nothing asked for yet. */
    static YamlMap of(String file, Node node) {
        return new YamlMap(file, node);
    }

    /** The nodes of a file, which several may read; refuses what is not YAML. */
    static Node compose(String file, String text) {
        try {
            var settings = LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false).build();
            return new Compose(settings).composeString(text)
                    .orElseThrow(() -> new PolicyDataException(file, 1, Message.of("文件为空。", "the file is empty.")));
        } catch (MarkedYamlEngineException broken) {
            int at = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new PolicyDataException(file, at, Message.of("不能作为 YAML 读取：" + broken.getProblem() + "。", "not readable as YAML: " + broken.getProblem() + "."));
        }
    }

    public int line() {
        return line;
    }

    public Set<String> keys() {
        asked.addAll(values.keySet());
        return Set.copyOf(values.keySet());
    }

    /** Keys in the order of the file. */
    public List<String> orderedKeys() {
        asked.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public String text(String key) {
        return scalar(need(key));
    }

    public @Nullable String optionalText(String key) {
        asked.add(key);
        Node node = values.get(key);
        return node == null ? null : scalar(node);
    }

    public YamlMap map(String key) {
        return new YamlMap(file, need(key));
    }

    public @Nullable YamlMap optionalMap(String key) {
        asked.add(key);
        Node node = values.get(key);
        return node == null ? null : new YamlMap(file, node);
    }

    public List<YamlMap> maps(String key) {
        var maps = new ArrayList<YamlMap>();
        for (Node node : sequence(key)) {
            maps.add(new YamlMap(file, node));
        }
        return maps;
    }

    public List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (Node node : sequence(key)) {
            texts.add(scalar(node));
        }
        return texts;
    }

    public List<String> optionalTexts(String key) {
        asked.add(key);
        return values.containsKey(key) ? texts(key) : List.of();
    }

    /** One text or a list of texts. */
    public List<String> textOrTexts(String key) {
        return need(key) instanceof SequenceNode ? texts(key) : List.of(text(key));
    }

    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        String text = text(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw refused(lines.get(key), Message.of("“" + text + "”不在可选值 " + List.of(type.getEnumConstants()) + " 之内。", "\"" + text + "\" is none of " + List.of(type.getEnumConstants()) + "."));
    }

    /** A day as {@code 2026-01-31}. */
    public LocalDate date(String key) {
        return date(key, text(key));
    }

    /** One of several days that stand under this key. */
    public LocalDate date(String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException broken) {
            throw refusedAt(key, Message.of("“" + text + "”不是日期，日期写作 2026-01-31。", "\"" + text + "\" is no date; a date is written 2026-01-31."));
        }
    }

    public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
        return has(key) ? choice(key, type) : otherwise;
    }

    /** Refuses keys that nobody asked for. */
    public void done() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                throw refused(lines.get(key), Message.of("此处没有“" + key + "”这个键。", "the key \"" + key + "\" is not known here."));
            }
        }
    }

    public PolicyDataException refused(Message sentence) {
        return refused(line, sentence);
    }

    public PolicyDataException refusedAt(String key, Message sentence) {
        return refused(lines.getOrDefault(key, line), sentence);
    }

    private PolicyDataException refused(int at, Message sentence) {
        return new PolicyDataException(file, at, sentence);
    }

    private Node need(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            throw refused(line, Message.of("缺少键“" + key + "”。", "the key \"" + key + "\" is missing."));
        }
        return node;
    }

    private List<Node> sequence(String key) {
        if (need(key) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw refused(lines.get(key), Message.of("“" + key + "”应为列表。", "a list is expected for \"" + key + "\"."));
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw refused(lineOf(node), Message.of("此处应为文字。", "a text is expected here."));
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
