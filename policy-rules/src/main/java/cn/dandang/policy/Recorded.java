package cn.dandang.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The recorded policy events that lie over the registered data; the same events in any order are the same. */
record Recorded(Map<String, DocumentDate> dates, List<ConfirmedReading> readings, List<RuleRevision> revisions, List<PackSwitch> packs,
                List<ParameterVersion> parameters, List<AmountVersion> amounts) {
    static final Recorded NOTHING = new Recorded(Map.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    // stable sorts: of two on one day the later one counts, the order of unrelated events changes nothing
    private static final Comparator<ConfirmedReading> BY_READING = Comparator.comparing(ConfirmedReading::readingId)
            .thenComparing(ConfirmedReading::jurisdiction).thenComparing(ConfirmedReading::confirmedOn);
    private static final Comparator<RuleRevision> BY_RULE = Comparator.comparing(RuleRevision::ruleId).thenComparing(RuleRevision::from);
    private static final Comparator<PackSwitch> BY_PACK = Comparator.comparing(PackSwitch::pack).thenComparing(PackSwitch::jurisdiction)
            .thenComparing(PackSwitch::from);
    private static final Comparator<ParameterVersion> BY_PARAMETER = Comparator.comparing(ParameterVersion::parameter).thenComparing(ParameterVersion::from);
    private static final Comparator<AmountVersion> BY_AMOUNT = Comparator.comparing(AmountVersion::parameter).thenComparing(AmountVersion::from);

    boolean isEmpty() {
        return equals(NOTHING);
    }

    Recorded with(PolicyChange change) {
        return switch (change) {
            case PolicyChange.DocumentDated dated -> {
                var more = new LinkedHashMap<>(dates);
                more.put(dated.date().document(), dated.date());
                yield new Recorded(Map.copyOf(more), readings, revisions, packs, parameters, amounts);
            }
            case PolicyChange.ReadingConfirmed confirmed -> new Recorded(dates, more(readings, confirmed.reading(), BY_READING), revisions, packs, parameters, amounts);
            case PolicyChange.RuleRevised revised -> new Recorded(dates, readings, more(revisions, revised.revision(), BY_RULE), packs, parameters, amounts);
            case PolicyChange.PackSwitched switched -> new Recorded(dates, readings, revisions, more(packs, switched.answer(), BY_PACK), parameters, amounts);
            case PolicyChange.ParameterRevised revised -> new Recorded(dates, readings, revisions, packs, more(parameters, revised.version(), BY_PARAMETER), amounts);
            case PolicyChange.AmountRevised revised -> new Recorded(dates, readings, revisions, packs, parameters, more(amounts, revised.version(), BY_AMOUNT));
        };
    }

    /** The days on which something of it begins. */
    Stream<LocalDate> turns() {
        return Stream.of(dates.values().stream().map(DocumentDate::effectiveFrom), readings.stream().map(ConfirmedReading::confirmedOn),
                revisions.stream().map(RuleRevision::from), packs.stream().map(PackSwitch::from), parameters.stream().map(ParameterVersion::from),
                amounts.stream().map(AmountVersion::from))
                .flatMap(days -> days);
    }

    String digest() {
        var text = new StringBuilder();
        dates.values().stream().sorted(Comparator.comparing(DocumentDate::document)).forEach(date -> text.append(date).append('\n'));
        Stream.of(readings, revisions, packs, parameters, amounts).flatMap(List::stream).forEach(entry -> text.append(entry).append('\n'));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static <T> List<T> more(List<T> held, T added, Comparator<T> order) {
        var more = new ArrayList<>(held);
        more.add(added);
        more.sort(order);
        return List.copyOf(more);
    }
}
