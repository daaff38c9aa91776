package cn.dandang.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * Why an answer is what it is: plain data, to be stored with the event.
 *
 * @param inputs       references to what was found; never personal text
 * @param dates        effective dates used, each with its source and whether it is a demonstration reading
 * @param leftToPerson what a person still has to judge
 */
public record Trace(String rulesVersion, String jurisdiction, LocalDate asOf, List<String> ruleIds, List<Citation> citations,
                    List<String> inputs, List<DocumentDate> dates, List<ConfirmedReading> readings, List<Check> checks,
                    List<Message> leftToPerson) {

    /**
     * Whether this answer rests on a demonstration entry: a confirmed reading it used, or the effective date of a document it cites.
     * The date of a level that was asked and is not cited does not count.
     */
    public boolean restsOnDemonstration() {
        return readings.stream().anyMatch(ConfirmedReading::demonstration)
                || dates.stream().anyMatch(date -> date.demonstration() && cites(date.document()));
    }

    private boolean cites(String document) {
        return citations.stream().anyMatch(citation -> citation.document().equals(document));
    }

    Trace on(LocalDate day) {
        return new Trace(rulesVersion, jurisdiction, day, ruleIds, citations, inputs, dates, readings, checks, leftToPerson);
    }

    /** One condition and how it came out. */
    public record Check(String item, Verdict verdict, Message why, List<Citation> citations) {
    }

    public enum Verdict { MET, NOT_MET, NEAR, OPEN }
}
