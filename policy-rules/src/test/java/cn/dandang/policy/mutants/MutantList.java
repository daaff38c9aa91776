package cn.dandang.policy.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The list of surviving mutants; an entry without a reason, and a key that is not known, are refused. */
record MutantList(List<Mutant> mutants) {
    static final Path FILE = Path.of("src", "test", "resources", "mutants.yaml");
    private static final Set<String> KEYS = Set.of("in", "line", "changes", "reason");

    static MutantList load() {
        try {
            return of(Files.readString(FILE));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static MutantList of(String yaml) {
        var root = (Map<?, ?>) new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build()).loadFromString(yaml);
        var mutants = new ArrayList<Mutant>();
        for (Object listed : (List<?>) root.get("mutants")) {
            var entry = (Map<?, ?>) listed;
            if (!entry.keySet().equals(KEYS) || entry.get("reason").toString().isBlank()) {
                throw new IllegalArgumentException("A listed mutant has " + KEYS + " and a reason in words, not " + entry + ".");
            }
            for (Object change : (List<?>) entry.get("changes")) {
                mutants.add(new Mutant(entry.get("in").toString(), entry.get("line").toString(), change.toString()));
            }
        }
        return new MutantList(List.copyOf(mutants));
    }

    /** One sentence for each survivor that is not listed and for each listed mutant that survives no more; empty when both are the same. */
    List<String> against(List<Mutant> survivors) {
        var differences = new ArrayList<String>();
        without(survivors, mutants).forEach(mutant -> differences.add("Survives and is not listed: " + mutant));
        without(mutants, survivors).forEach(mutant -> differences.add("Listed and survives no more: " + mutant));
        return differences;
    }

    /** A mutant that stands twice on one line counts twice. */
    private static List<Mutant> without(List<Mutant> from, List<Mutant> taken) {
        var left = new ArrayList<>(from);
        taken.forEach(left::remove);
        return left;
    }
}
