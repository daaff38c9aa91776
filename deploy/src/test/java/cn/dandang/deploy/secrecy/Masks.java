package cn.dandang.deploy.secrecy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes out what two equal runs cannot have in common: the moment, random nonces and keys with what they encrypt, trace ids, threads. Nothing else. */
final class Masks {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final Pattern ROOT = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Pattern DURATION = Pattern.compile("\\b\\d+ms\\b");
    /** Random by nature: ciphertext and its commitment, the root over ciphertext, the trace, the seconds that something took. */
    private static final Set<String> RANDOM = Set.of("nonce", "data", "commitment", "root", "traceId", "seconds", "ageMillis");
    private static final Set<String> SEALED = Set.of("key", "seal", "path", "nonce", "data");
    private static final Set<String> OF_THE_LOG = Set.of("@timestamp", "traceId", "process");

    private Masks() {}

    /** The text of a value, fields in one order. */
    static String of(JsonNode node) {
        return masked(node).toString();
    }

    /** The same of a text, which may or may not be JSON. */
    static String ofText(String text) {
        try {
            return of(JSON.readTree(text));
        } catch (JacksonException plain) {
            return instants(text);
        }
    }

    /** A line of a log: its time, thread and trace are left out. */
    static String ofLog(String line) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode node) {
                OF_THE_LOG.forEach(node::remove);
                return of(node);
            }
        } catch (JacksonException plain) {
            // a line that is no JSON is compared as it is
        }
        return instants(line);
    }

    private static String instants(String text) {
        return ROOT.matcher(DURATION.matcher(INSTANT.matcher(text).replaceAll("<instant>")).replaceAll("<ms>")).replaceAll("<root>");
    }

    private static JsonNode masked(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean sealed = object.propertyNames().containsAll(SEALED);
            Map<String, JsonNode> sorted = new TreeMap<>();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                sorted.put(field.getKey(), hidden(field.getKey(), sealed) && field.getValue().isValueNode() ? JSON.getNodeFactory().stringNode("<random>") : masked(field.getValue()));
            }
            ObjectNode copy = JSON.createObjectNode();
            sorted.forEach(copy::set);
            return copy;
        }
        if (node instanceof ArrayNode array) {
            List<JsonNode> items = new ArrayList<>();
            array.forEach(item -> items.add(masked(item)));
            // lines of several ledgers stand by the moment, and two services react in the same one
            if (!items.isEmpty() && items.stream().allMatch(item -> item.has("ledgerPosition"))) {
                items.sort(Comparator.comparing(JsonNode::toString));
            }
            return JSON.createArrayNode().addAll(items);
        }
        return node.isString() ? JSON.getNodeFactory().stringNode(instants(node.asString())) : node;
    }

    private static boolean hidden(String field, boolean sealed) {
        return RANDOM.contains(field) && (sealed || !field.equals("data"));
    }
}
