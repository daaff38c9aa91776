package cn.dandang.policy.catalogue;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Catalogue;
import cn.dandang.policy.CatalogueEntry;
import cn.dandang.policy.PolicyRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.RuleKind;
import cn.dandang.policy.catalogue.CoverageFiles.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How much of the documents is entered as data and how much of it a service carries; the page {@code docs/policy-coverage.md}. */
public final class Coverage {
    private final PolicySnapshot policy;
    private final Catalogue catalogue;
    private final Set<String> examples;
    private final Map<String, List<Driver>> carried;

    /** Refuses a carried mechanism that the catalogue does not know. */
    public Coverage(PolicySnapshot policy, Set<String> rulesWithExamples, Map<String, List<Driver>> carried) {
        this.policy = policy;
        this.catalogue = policy.catalogue();
        this.examples = rulesWithExamples;
        this.carried = carried;
        for (String id : carried.keySet()) {
            if (catalogue.entry(id).isEmpty()) {
                throw new IllegalArgumentException("No mechanism is entered under \"" + id + "\".");
            }
        }
    }

    /** The coverage of the repository as it is. */
    public static Coverage now() {
        return new Coverage(PolicySnapshot.base(), CoverageFiles.rulesWithExamples(), CoverageFiles.carried());
    }

    /** True when the entry has a clause and, where it decides, an example for each document that says something. */
    public boolean isEntered(CatalogueEntry entry) {
        return !entry.clauses().isEmpty() && (!decides(entry) || rules(entry).stream().map(PolicyRule::id).allMatch(examples::contains));
    }

    /** True when a test drives the mechanism through a service's API. */
    public boolean isCarried(CatalogueEntry entry) {
        return carried.containsKey(entry.id());
    }

    public long total() {
        return count(catalogue.entries(), entry -> true);
    }

    public long entered() {
        return count(catalogue.entries(), this::isEntered);
    }

    public long carried() {
        return count(catalogue.entries(), this::isCarried);
    }

    public long declared() {
        return count(catalogue.entries(), Coverage::isDeclared);
    }

    /** The whole page, line by line. */
    public List<String> page() {
        var lines = new ArrayList<String>();
        lines.add("# 五份文件的落实情况 · What is entered and carried of the five documents");
        lines.add("");
        lines.add("Printed by `./dandang policy coverage`; a test keeps this page equal to it. *Entered*: cited, of a kind, with examples where it decides.");
        lines.add("*Carried*: a test drives it through a service's API. *Declared*: a goal that software can only show; neither number nor red line.");
        lines.add("");
        lines.add("| 领域 Area | 机制 Mechanisms | 已录入 Entered | 已承载 Carried | 宣示 Declared |");
        lines.add("|---|---:|---:|---:|---:|");
        catalogue.areas().forEach((area, name) -> {
            List<CatalogueEntry> entries = catalogue.entries(area);
            lines.add("| %s %s %s | %d | %d | %d | %d |".formatted(area, name.zh(), name.en(), entries.size(), count(entries, this::isEntered),
                    count(entries, this::isCarried), count(entries, Coverage::isDeclared)));
        });
        lines.add("");
        lines.add("```");
        lines.add("figure mechanisms_total " + total() + " mechanisms");
        lines.add("figure mechanisms_entered " + entered() + " mechanisms");
        lines.add("figure mechanisms_carried " + carried() + " mechanisms");
        lines.add("figure mechanisms_declared " + declared() + " mechanisms");
        lines.add("```");
        section(lines, "未录入 · Not entered", entry -> !isEntered(entry));
        section(lines, "已录入、尚未由服务承载 · Entered, not yet carried", entry -> isEntered(entry) && !isCarried(entry) && !isDeclared(entry));
        section(lines, "宣示 · Declared", entry -> isDeclared(entry) && !isCarried(entry));
        lines.add("");
        lines.add("## 已承载及其测试 · Carried, and by which test");
        lines.add("");
        catalogue.entries().stream().filter(this::isCarried).forEach(entry -> {
            lines.add("- " + entry.id() + " " + entry.title().zh());
            carried.get(entry.id()).forEach(driver -> lines.add("  - " + driver));
        });
        return List.copyOf(lines);
    }

    private void section(List<String> lines, String title, Predicate<CatalogueEntry> belongs) {
        List<CatalogueEntry> entries = catalogue.entries().stream().filter(belongs).toList();
        lines.add("");
        lines.add("## " + title + " (" + entries.size() + ")");
        lines.add("");
        if (entries.isEmpty()) {
            lines.add("无 · none");
        }
        entries.forEach(entry -> lines.add("- " + entry.id() + " " + entry.kind() + " " + entry.title().zh()));
    }

    private List<PolicyRule> rules(CatalogueEntry entry) {
        return entry.questions().stream().flatMap(question -> policy.documents().stream().map(document -> policy.rule(question, document.code())))
                .filter(rule -> rule.answer() != Answered.NOT_STATED && rule.mechanisms().contains(entry.id())).toList();
    }

    private static boolean decides(CatalogueEntry entry) {
        return entry.kind() == RuleKind.RULE || entry.kind() == RuleKind.PARAMETER;
    }

    private static boolean isDeclared(CatalogueEntry entry) {
        return entry.kind() == RuleKind.DECLARATION;
    }

    private static long count(List<CatalogueEntry> entries, Predicate<CatalogueEntry> of) {
        return entries.stream().filter(of).count();
    }
}
