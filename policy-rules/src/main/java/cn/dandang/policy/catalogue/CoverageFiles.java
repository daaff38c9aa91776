package cn.dandang.policy.catalogue;

import cn.dandang.policy.Message;
import cn.dandang.policy.data.PolicyDataException;
import cn.dandang.policy.data.PolicyFiles;
import cn.dandang.policy.data.YamlMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the repository's tests say about the catalogue: which rules an example asks, and which test drives a mechanism through a service. */
public final class CoverageFiles {
    private static final String EXAMPLES = "coverage/examples.txt";
    private static final String CARRIED = "coverage/carried.yaml";

    private CoverageFiles() {
    }

    /** Ids of the rules that at least one example asks; a test keeps the list equal to the examples. */
    public static Set<String> rulesWithExamples() {
        return PolicyFiles.resource(EXAMPLES).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
    }

    /** For each carried mechanism the tests that drive it; a test looks each of them up in the sources. */
    public static Map<String, List<Driver>> carried() {
        YamlMap file = YamlMap.read(CARRIED, PolicyFiles.resource(CARRIED));
        var carried = new LinkedHashMap<String, List<Driver>>();
        YamlMap mechanisms = file.map("carried");
        for (String id : mechanisms.orderedKeys()) {
            YamlMap drivers = mechanisms.map(id);
            carried.put(id, drivers.orderedKeys().stream().flatMap(type -> drivers.textOrTexts(type).stream().map(step -> new Driver(type, step))).toList());
            if (carried.get(id).isEmpty()) {
                throw new PolicyDataException(CARRIED, drivers.line(), Message.of("“" + id + "”没有指明测试。", "\"" + id + "\" names no test."));
            }
        }
        file.done();
        return carried;
    }

    /**
     * A test that drives a mechanism.
     *
     * @param type the class that holds it, by its simple name
     * @param step the test method, or the words of a scenario's expectation
     */
    public record Driver(String type, String step) {

        @Override
        public String toString() {
            return type + ": " + step;
        }
    }
}
