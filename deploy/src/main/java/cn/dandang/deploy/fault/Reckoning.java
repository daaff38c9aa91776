package cn.dandang.deploy.fault;

import cn.dandang.contracts.FactTypes;
import cn.dandang.contracts.Topics;
import cn.dandang.deploy.fault.Fault.Kind;
import cn.dandang.deploy.evidence.Entry;
import cn.dandang.deploy.evidence.OnTheWire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what is left: every acknowledged order in the ledger, every published event in the topics, every fact in its effects, each once and in order. */
final class Reckoning {
    private static final String CONCLUDED = "reaction.concluded.v1";
    private static final String REQUEST = "request/";
    private final Evidence evidence;
    private final List<Fault> faults = new ArrayList<>();

    private Reckoning(Evidence evidence) {
        this.evidence = evidence;
    }

    /** One sentence for each thing that is missing, double or out of order. */
    static List<Fault> faults(Evidence evidence) {
        Reckoning reckoning = new Reckoning(evidence);
        evidence.ledgers().forEach(reckoning::ledger);
        reckoning.orders();
        reckoning.topics();
        reckoning.conclusions();
        reckoning.undone();
        reckoning.listed();
        return reckoning.faults;
    }

    private void ledger(String service, List<Entry> entries) {
        Map<String, Long> versions = new HashMap<>();
        Set<String> once = new HashSet<>();
        long position = 0;
        for (Entry entry : entries) {
            if (entry.position() != position) {
                faults.add(new Fault(Kind.DISORDERED, entry + " stands where position " + position + " was expected"));
            }
            position = entry.position() + 1;
            long version = versions.merge(entry.stream(), 0L, (last, _) -> last + 1);
            if (entry.version() != version) {
                faults.add(new Fault(Kind.DISORDERED, entry + " stands where version " + version + " was expected"));
            }
            if (!once.add(entry.once())) {
                faults.add(new Fault(Kind.DOUBLED, entry + " consumes " + entry.once() + " a second time"));
            }
        }
    }

    private void orders() {
        Map<String, List<Entry>> byRequest = new HashMap<>();
        evidence.ledgers().forEach((service, entries) -> entries.stream().filter(entry -> entry.once().startsWith(REQUEST))
                .forEach(entry -> byRequest.computeIfAbsent(service + " " + key(entry), _ -> new ArrayList<>()).add(entry)));
        Set<String> acknowledged = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        for (Acknowledged order : evidence.acknowledged()) {
            String request = order.service() + " " + order.key();
            acknowledged.add(request);
            List<Entry> found = byRequest.getOrDefault(request, List.of());
            if (found.size() != 1) {
                faults.add(new Fault(found.isEmpty() ? Kind.LOST : Kind.DOUBLED, order + " was acknowledged and is in the ledger " + found.size() + " times"));
                continue;
            }
            Entry first = found.getFirst();
            List<Entry> ledger = evidence.ledger(order.service());
            if (order.position() < first.position() || order.position() >= ledger.size()) {
                faults.add(new Fault(Kind.DISORDERED, order + " was acknowledged for another place than " + first));
            } else if (!sameOrder(first, ledger.get((int) order.position()))) {
                faults.add(new Fault(Kind.DISORDERED, order + " ends with an event of another order, " + ledger.get((int) order.position())));
            } else if (ledger.stream().filter(entry -> sameOrder(first, entry)).count() != order.position() - first.position() + 1) {
                faults.add(new Fault(Kind.LOST, order + " is not one unbroken append"));
            }
            Long before = last.put(order.sender() + " " + order.service(), order.position());
            if (before != null && before >= first.position()) {
                faults.add(new Fault(Kind.DISORDERED, order + " was answered after one that stands behind it"));
            }
        }
        byRequest.keySet().stream().filter(request -> !acknowledged.contains(request)).forEach(request -> faults.add(new Fault(Kind.LOST, "nobody was told of the order " + request)));
    }

    private static boolean sameOrder(Entry one, Entry other) {
        return one.metadata().path("order").equals(other.metadata().path("order"));
    }

    private static String key(Entry entry) {
        return entry.once().substring(entry.once().indexOf('/', REQUEST.length()) + 1);
    }

    private void topics() {
        Map<String, Map<Long, List<OnTheWire>>> bySource = new TreeMap<>();
        Map<String, OnTheWire> lastOfPartition = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (OnTheWire fact : evidence.facts()) {
            if (!ids.add(fact.source() + "/" + fact.position() + "/" + fact.part()) || !fact.id().equals(fact.source() + "/" + fact.position() + "/" + fact.part())) {
                faults.add(new Fault(Kind.DOUBLED, fact.id() + " is on the wire a second time, " + fact.topic() + "-" + fact.partition() + "@" + fact.offset()));
            }
            OnTheWire before = lastOfPartition.put(fact.source() + " " + fact.topic() + "-" + fact.partition(), fact);
            if (before != null && (before.position() > fact.position() || before.position() == fact.position() && before.part() >= fact.part())) {
                faults.add(new Fault(Kind.DISORDERED, fact.id() + " follows " + before.id() + " on the wire"));
            }
            bySource.computeIfAbsent(fact.source(), _ -> new TreeMap<>()).computeIfAbsent(fact.position(), _ -> new ArrayList<>()).add(fact);
        }
        bySource.values().forEach(positions -> positions.values().forEach(parts -> {
            if (parts.size() != parts.getFirst().parts()) {
                faults.add(new Fault(parts.size() < parts.getFirst().parts() ? Kind.LOST : Kind.DOUBLED, parts.getFirst().id() + " is one of " + parts.getFirst().parts() + " parts, of which " + parts.size() + " are on the wire"));
            }
        }));
        Topics.PUBLISHERS.forEach(service -> againstLedger(service, bySource.getOrDefault(service, Map.of())));
    }

    /** In clarification a place on the wire is a count of what was published; elsewhere it is the place in the ledger. */
    private void againstLedger(String service, Map<Long, List<OnTheWire>> published) {
        List<Entry> ledger = evidence.ledger(service);
        if (service.equals("clarification")) {
            long issued = ledger.stream().filter(entry -> entry.type().equals("clarification.issued.v1")).count();
            if (published.size() != issued) {
                faults.add(new Fault(Kind.LOST, "clarification issued " + issued + " and published " + published.size()));
            }
            return;
        }
        Set<String> publishedTypes = new TreeSet<>(FactTypes.all().keySet());
        for (long position : published.keySet()) {
            if (position >= ledger.size()) {
                faults.add(new Fault(Kind.LOST, service + "/" + position + " is on the wire and not in the ledger"));
            } else {
                publishedTypes.add(ledger.get((int) position).type());
            }
        }
        ledger.stream().filter(entry -> publishedTypes.contains(entry.type()) && !published.containsKey(entry.position())).forEach(entry -> faults.add(new Fault(Kind.LOST, entry + " is not on the wire")));
    }

    private void conclusions() {
        Map<String, OnTheWire> facts = evidence.facts().stream().collect(Collectors.toMap(OnTheWire::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
        evidence.ledgers().forEach((service, entries) -> {
            Map<String, Set<String>> types = new TreeMap<>();
            Set<String> concluded = new HashSet<>();
            for (Entry entry : entries) {
                if (entry.type().equals(CONCLUDED)) {
                    String reaction = entry.payload().path("reaction").asString();
                    String fact = entry.payload().path("fact").asString();
                    types.computeIfAbsent(reaction, _ -> new TreeSet<>()).add(entry.payload().path("factType").asString());
                    if (!concluded.add(reaction + " " + fact)) {
                        faults.add(new Fault(Kind.DOUBLED, entry + " concludes " + reaction + " for " + fact + " a second time"));
                    }
                    if (!facts.containsKey(fact)) {
                        faults.add(new Fault(Kind.LOST, entry + " concludes " + reaction + " for " + fact + ", which is not on the wire"));
                    }
                }
            }
            types.forEach((reaction, of) -> facts.values().stream().filter(fact -> of.contains(fact.type()) && !concluded.contains(reaction + " " + fact.id()))
                    .forEach(fact -> faults.add(new Fault(Kind.LOST, service + " has not concluded " + reaction + " for " + fact.id() + " " + fact.type()))));
        });
    }

    private void undone() {
        for (Evidence.Tolerated tolerated : evidence.tolerated()) {
            once("tolerance", "tolerance.granted.v1", "tolerance-case-" + tolerated.toleranceCase());
            once("assessment", "assessment.negative-evaluation-annulled.v1", "negative-evaluation-" + tolerated.evaluation());
            once("incentive", "incentive.nomination-released.v1", tolerated.nomination());
        }
    }

    private void once(String service, String type, String streamOrNomination) {
        long count = evidence.ledger(service).stream().filter(entry -> entry.type().equals(type))
                .filter(entry -> entry.stream().equals(streamOrNomination) || entry.payload().path("nomination").asString("").equals(streamOrNomination)).count();
        if (count != 1) {
            faults.add(new Fault(count == 0 ? Kind.LOST : Kind.DOUBLED, type + " of " + streamOrNomination + " happened " + count + " times"));
        }
    }

    private void listed() {
        Map<String, Long> counts = evidence.listed().stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        counts.forEach((fact, count) -> {
            if (count != 1) {
                faults.add(new Fault(count == 0 ? Kind.LOST : Kind.DOUBLED, "oversight lists " + fact + " " + count + " times"));
            }
        });
        Set<String> facts = evidence.facts().stream().filter(fact -> fact.topic().endsWith(".facts.v1")).map(OnTheWire::id).collect(Collectors.toCollection(TreeSet::new));
        facts.stream().filter(fact -> !counts.containsKey(fact)).forEach(fact -> faults.add(new Fault(Kind.LOST, "oversight does not list " + fact)));
        Set<String> all = evidence.facts().stream().map(OnTheWire::id).collect(Collectors.toSet());
        counts.keySet().stream().filter(fact -> !all.contains(fact)).forEach(fact -> faults.add(new Fault(Kind.LOST, "oversight lists " + fact + ", which is not on the wire")));
    }
}
