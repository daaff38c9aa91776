package cn.dandang.policy;

import java.time.LocalDate;

/** One change to what is in force. Each is dated; none rewrites what was in force before. */
public sealed interface PolicyChange {

    record DocumentDated(DocumentDate date) implements PolicyChange {
    }

    record ReadingConfirmed(ConfirmedReading reading) implements PolicyChange {
    }

    record RuleRevised(RuleRevision revision) implements PolicyChange {
    }

    record PackSwitched(PackSwitch answer) implements PolicyChange {
    }

    record ParameterRevised(ParameterVersion version) implements PolicyChange {
    }

    record AmountRevised(AmountVersion version) implements PolicyChange {
    }

    /** The first day on which it counts. */
    default LocalDate from() {
        return switch (this) {
            case DocumentDated dated -> dated.date().effectiveFrom();
            case ReadingConfirmed confirmed -> confirmed.reading().confirmedOn();
            case RuleRevised revised -> revised.revision().from();
            case PackSwitched switched -> switched.answer().from();
            case ParameterRevised revised -> revised.version().from();
            case AmountRevised revised -> revised.version().from();
        };
    }
}
