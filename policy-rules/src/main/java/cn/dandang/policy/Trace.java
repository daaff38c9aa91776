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

    /** One condition and how it came out. */
    public record Check(String item, Verdict verdict, Message why, List<Citation> citations) {
    }

    public enum Verdict { MET, NOT_MET, NEAR, OPEN }
}
