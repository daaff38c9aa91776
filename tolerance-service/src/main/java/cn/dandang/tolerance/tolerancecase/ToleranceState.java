package cn.dandang.tolerance.tolerancecase;

/** How a tolerance case stands. */
public sealed interface ToleranceState {

    record NotOpened() implements ToleranceState {}

    /** A case that exists, whatever became of it. */
    sealed interface Existing extends ToleranceState {
        CaseFile file();

        /** As the API and the views name it. */
        String name();
    }

    /** Not decided: findings, statements and red-line findings are taken. */
    sealed interface Undecided extends Existing {}

    /** Decided; what follows is explanation, remedy and closing. */
    sealed interface Decided extends Existing {}

    /** Applied for, not taken up yet. */
    record Applied(CaseFile file) implements Undecided {
        @Override
        public String name() {
            return "OPENED";
        }
    }

    /** Opened with accountability; nothing found yet. */
    record Screening(CaseFile file) implements Undecided {
        @Override
        public String name() {
            return "SCREENING";
        }
    }

    record Verifying(CaseFile file) implements Undecided {
        @Override
        public String name() {
            return "VERIFYING";
        }
    }

    /** Every required item is recorded: the body can decide. */
    record Evaluating(CaseFile file) implements Undecided {
        @Override
        public String name() {
            return "EVALUATING";
        }
    }

    /** A red-line finding stands: no exemption while it does. */
    record RedLineStanding(CaseFile file) implements Undecided {
        @Override
        public String name() {
            return "RED_LINE";
        }
    }

    /** Sent back on appeal. */
    record Remitted(CaseFile file) implements Undecided {
        @Override
        public String name() {
            return "REMITTED";
        }
    }

    record Granted(CaseFile file) implements Decided {
        @Override
        public String name() {
            return "GRANTED";
        }
    }

    record Mitigated(CaseFile file) implements Decided {
        @Override
        public String name() {
            return "MITIGATED";
        }
    }

    record Refused(CaseFile file) implements Decided {
        @Override
        public String name() {
            return "REFUSED";
        }
    }

    /** Refused and explained. */
    record Explained(CaseFile file) implements Decided {
        @Override
        public String name() {
            return "EXPLAINED";
        }
    }

    record UnderAppeal(CaseFile file) implements Decided {
        @Override
        public String name() {
            return "UNDER_APPEAL";
        }
    }

    record Closed(CaseFile file) implements Existing {
        @Override
        public String name() {
            return "CLOSED";
        }
    }
}
