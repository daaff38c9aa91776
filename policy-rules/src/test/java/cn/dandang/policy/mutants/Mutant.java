package cn.dandang.policy.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One change made to the code, told so that it is the same mutant after lines moved.
 *
 * @param in     class and method, without the package of the rules: {@code tolerance.Facts.choice}; a lambda counts as its method
 * @param line   the line of source that was changed, without its indentation
 * @param change what was changed, in the words of the report
 */
record Mutant(String in, String line, String change) {
    static final String BASE = "cn.dandang.policy.";

    static Mutant at(String type, String method, String change, int lineNumber) {
        String plain = method.startsWith("lambda$") ? method.substring("lambda$".length(), method.lastIndexOf('$')) : method;
        return new Mutant(type.substring(BASE.length()) + "." + plain, sourceOf(type).get(lineNumber - 1).strip(), change);
    }

    /** Whether its class still has this line. */
    boolean standsInSource() {
        String type = in.substring(0, in.lastIndexOf('.'));
        return sourceOf(BASE + type).stream().map(String::strip).anyMatch(line::equals);
    }

    private static List<String> sourceOf(String type) {
        Path file = Path.of("src", "main", "java", type.replaceAll("\\$.*", "").replace('.', '/') + ".java");
        try {
            return Files.readAllLines(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public String toString() {
        return in + ": " + change + " in \"" + line + "\"";
    }
}
