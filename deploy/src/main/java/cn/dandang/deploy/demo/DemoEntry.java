package cn.dandang.deploy.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of the demonstration data.
 *
 * @param as      account
 * @param key     idempotency key, the same in each installation
 * @param ifMatch version that the order is decided on
 * @param target    what exists: it is read first, and the order is decided on the version seen
 * @param save    name under which later entries find the answer's fields, {@code ${name.id}}
 * @param await   whether to ask again until the answer is 2xx, for what arrives by Kafka
 */
record DemoEntry(
        String as, String method, String path, @Nullable Object body, String key, @Nullable String ifMatch, @Nullable String target, @Nullable String save, boolean await) {

    static DemoEntry of(Map<String, Object> entry, String file, int number) {
        String method = String.valueOf(entry.getOrDefault("method", "POST"));
        Object ifMatch = entry.get("ifMatch");
        Object save = entry.get("save");
        return new DemoEntry(
                required(entry, "as", file, number), method, path(entry, file, number), entry.get("body"),
                String.valueOf(entry.getOrDefault("key", "demo/" + file + "/" + number)),
                ifMatch == null ? null : String.valueOf(ifMatch), entry.get("target") == null ? null : String.valueOf(entry.get("target")), save == null ? null : String.valueOf(save),
                Boolean.TRUE.equals(entry.get("await")));
    }

    private static String path(Map<String, Object> entry, String file, int number) {
        return entry.get("target") == null ? required(entry, "path", file, number) : entry.get("target") + "/" + required(entry, "act", file, number);
    }

    private static String required(Map<String, Object> entry, String name, String file, int number) {
        Object value = entry.get(name);
        if (value == null) {
            throw new IllegalArgumentException(file + ", entry " + number + ": '" + name + "' is missing");
        }
        return String.valueOf(value);
    }
}
