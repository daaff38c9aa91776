package cn.dandang.kit.impact;

import cn.dandang.kit.ground.Grounds;
import cn.dandang.kit.impact.ImpactReport.Difference;
import cn.dandang.kit.impact.ImpactReport.Entry;
import cn.dandang.policy.Acts;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.Modal;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.Pack;
import cn.dandang.policy.PackParameter;
import cn.dandang.policy.PackState;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.impact.CaseDifference.AmountChange;
import cn.dandang.policy.impact.Impact;
import cn.dandang.policy.reading.Comparison;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules before and after a change, asked about the same record by the same day. Every difference is told in words. */
public final class Compared {
    private final Impact impact;
    private final Map<String, Message> titles = new ConcurrentHashMap<>();
    private final Map<Asked, List<Difference>> answered = new ConcurrentHashMap<>();

    Compared(Impact impact) {
        this.impact = impact;
    }

    private record Asked(String jurisdiction, LocalDate day, List<String> questions, List<String> packs) {}

    public Impact impact() {
        return impact;
    }

    /** How this record differs; empty when it does not. */
    public Optional<Entry> entry(Matter matter) {
        return entry(matter, null, List.of());
    }

    /**
     * As {@link #entry(Matter)}, with what the service compared itself.
     *
     * @param couldStillBeDecided for what is decided, whether the same could be decided under the changed rules; null where that is no question
     */
    public Optional<Entry> entry(Matter matter, @Nullable Boolean couldStillBeDecided, List<Difference> more) {
        LocalDate day = impact.day(matter.day());
        List<Difference> all = new ArrayList<>(more);
        // many records ask the same of the same place and day
        all.addAll(answered.computeIfAbsent(new Asked(matter.jurisdiction(), day, matter.questions(), matter.packs()), this::differences));
        return all.isEmpty() ? Optional.empty()
                : Optional.of(new Entry(matter.kind(), matter.id(), matter.title(), matter.jurisdiction(), day, matter.open(), matter.open() ? null : couldStillBeDecided, List.copyOf(all)));
    }

    /** The keys of the questions of these areas of the catalogue. */
    public List<String> questions(String... areas) {
        return List.of(areas).stream().flatMap(area -> impact.before().catalogue().entries(area).stream()).flatMap(entry -> entry.questions().stream()).distinct().toList();
    }

    /** The words under which a question is known. */
    public Message name(String question) {
        return titles.computeIfAbsent(question, key -> Comparison.title(impact.before(), key));
    }

    /** An answer as a sentence: what is stated and how strongly, or that it is silent, damaged or undated, and who acts. */
    public static Message words(Resolution answer) {
        Message standing = standing(answer);
        String on = answer.nationalRules().stream().filter(NationalRule::on).map(rule -> rule.name().zh()).collect(Collectors.joining("、"));
        String onEn = answer.nationalRules().stream().filter(NationalRule::on).map(rule -> rule.name().en()).collect(Collectors.joining(", "));
        return Message.of(standing.zh() + "：" + answer.says().zh() + (on.isEmpty() ? "" : "已启用可供查阅的规定：" + on + "。"),
                standing.en() + ": " + answer.says().en() + (onEn.isEmpty() ? "" : " Rules switched on to look at: " + onEn + "."));
    }

    private static Message standing(Resolution answer) {
        if (answer.outcome() != Answered.STATED) {
            return switch (answer.outcome()) {
                case LOST -> Message.of("原件残缺，由人查证", "Damaged in the source; a person looks");
                case UNSET -> Message.of("尚未录入，由人办理", "Not entered yet; a person acts");
                default -> Message.of("这些文件未载明，由人查阅其他规定", "Not stated in these documents; a person looks at other rules");
            };
        }
        Message force = answer.modal() == Modal.MUST ? Message.of("应当", "Must") : answer.modal() == Modal.MAY ? Message.of("可以", "May") : Message.of("已载明", "Stated");
        return answer.acts() == Acts.BY_ITSELF ? force : Message.of(force.zh() + "（口径未确认，由人决定）", force.en() + " (the reading is not confirmed; a person decides)");
    }

    private List<Difference> differences(Asked asked) {
        List<Difference> found = new ArrayList<>();
        Map<String, Difference> amounts = new LinkedHashMap<>();
        Set<String> told = new HashSet<>();
        for (String question : asked.questions()) {
            Resolution before = impact.before().resolve(question, asked.jurisdiction(), asked.day());
            Resolution after = impact.after().resolve(question, asked.jurisdiction(), asked.day());
            if (!Impact.same(before, after)) {
                found.add(new Difference(question, name(question), words(before), words(after), Grounds.clauses(after.citations().isEmpty() ? before.citations() : after.citations())));
            }
            for (AmountChange change : impact.amounts(after)) {
                if (change.told()) {
                    told.add(change.after().id());
                }
                amounts.putIfAbsent(change.after().id(), amount(name(question), change));
            }
        }
        // several questions of a record may share one number: it is told once, in the words of one of them or by itself
        amounts.keySet().removeAll(told);
        found.addAll(amounts.values());
        for (String pack : asked.packs()) {
            impact.before().pack(pack).ifPresent(known -> found.addAll(pack(known, asked)));
        }
        return List.copyOf(found);
    }

    private static Difference amount(Message question, AmountChange change) {
        return new Difference("parameter." + change.after().id(), question, change.before().says(), change.after().says(), Grounds.clauses(List.of(change.after().printed())));
    }

    /** What a pack of outside rules offers here: whether it is used, and the values of its parameters. */
    private List<Difference> pack(Pack pack, Asked asked) {
        List<Difference> found = new ArrayList<>();
        Message before = used(impact.before(), pack, asked);
        Message after = used(impact.after(), pack, asked);
        if (!before.equals(after)) {
            found.add(new Difference("pack." + pack.id(), pack.name(), before, after, List.of()));
        }
        for (PackParameter parameter : pack.parameters()) {
            Message old = impact.before().parameter(parameter.id(), asked.jurisdiction(), asked.day()).says();
            Message changed = impact.after().parameter(parameter.id(), asked.jurisdiction(), asked.day()).says();
            if (!old.equals(changed)) {
                found.add(new Difference("parameter." + parameter.id(), parameter.name(), old, changed, List.of()));
            }
        }
        return found;
    }

    private static Message used(PolicySnapshot policy, Pack pack, Asked asked) {
        PackState state = policy.packState(pack.id(), asked.jurisdiction(), asked.day());
        return switch (state) {
            case ON -> Message.of("已启用", "In use");
            case OFF -> Message.of("已答复不启用", "Answered: not used");
            case NOT_ASKED -> Message.of("尚未答复", "Not answered yet");
        };
    }
}
