package cn.dandang.policy.data;

import cn.dandang.policy.Message;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Holds a policy file against its published JSON Schema ({@code /policy/schema}); every value is a text there, as it is for the readers.
 * The readers look at what a schema cannot say, such as whether a reading is registered.
 */
final class SchemaCheck {
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** Refuses a file that its schema does not allow, or that has no schema, with file, line and a sentence. */
    void check(String file, Node root) {
        var lines = new HashMap<String, Integer>();
        JsonNode tree = tree(root, "", lines);
        Schema schema = schemas.computeIfAbsent(name(file), name -> read(file, name));
        List<Error> faults = schema.validate(tree);
        if (!faults.isEmpty()) {
            Error first = faults.getFirst();
            String zh = schema.validate(tree, context -> context.executionConfig(config -> config.locale(Locale.SIMPLIFIED_CHINESE))).getFirst().getMessage();
            String place = first.getInstanceLocation().toString();
            throw new PolicyDataException(file, lines.getOrDefault(place, 1), Message.of("不符合公布的结构 " + name(file) + "：" + place + " " + zh + "。",
                    "not as the published schema " + name(file) + " says: " + place + " " + first.getMessage() + "."));
        }
    }

    /** {@code rules/appeal.yaml} is held against {@code rules}, {@code documents.yaml} against {@code documents}, the catalogue's words against {@code vocabulary}. */
    static String name(String file) {
        if (file.equals("catalogue/vocabulary.yaml")) {
            return "vocabulary";
        }
        int folder = file.indexOf('/');
        return folder > 0 ? file.substring(0, folder) : file.substring(0, file.lastIndexOf('.'));
    }

    private Schema read(String file, String name) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream("/policy/schema/" + name + ".schema.json")) {
            if (in == null) {
                throw new PolicyDataException(file, 1, Message.of("没有公布的结构 " + name + "。", "there is no published schema " + name + "."));
            }
            return registry.getSchema(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode tree(Node node, String at, Map<String, Integer> lines) {
        lines.put(at, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
        return switch (node) {
            case MappingNode mapping -> {
                var object = JsonNodeFactory.instance.objectNode();
                mapping.getValue().forEach(entry -> {
                    String key = ((ScalarNode) entry.getKeyNode()).getValue();
                    object.set(key, tree(entry.getValueNode(), at + "/" + key.replace("~", "~0").replace("/", "~1"), lines));
                });
                yield object;
            }
            case SequenceNode sequence -> {
                var array = JsonNodeFactory.instance.arrayNode();
                for (Node element : sequence.getValue()) {
                    array.add(tree(element, at + "/" + array.size(), lines));
                }
                yield array;
            }
            case ScalarNode scalar -> JsonNodeFactory.instance.stringNode(scalar.getValue());
            default -> throw new IllegalStateException(node.getNodeType().toString());
        };
    }
}
