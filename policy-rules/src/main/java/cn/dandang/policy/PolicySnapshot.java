package cn.dandang.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The registered data with the recorded policy events laid over it: an immutable value. Services keep one and pass it to their decisions;
 * the version text goes into every event.
 */
public final class PolicySnapshot {

    /** The data of the repository, with no policy event recorded. */
    public static PolicySnapshot base() {
        throw new UnsupportedOperationException();
    }

    /** Enters a document's effective date with its source. Refuses an unknown document. The newest entry for a document counts. */
    public PolicySnapshot withEffectiveDate(String documentCode, LocalDate effectiveFrom, String source, boolean demonstration) {
        throw new UnsupportedOperationException();
    }

    /** Records a confirmed reading. Refuses an unknown reading, place or choice. It counts from {@code confirmedOn} on, never before. */
    public PolicySnapshot withConfirmedReading(ConfirmedReading reading) {
        throw new UnsupportedOperationException();
    }

    /** Short digest of the data, and after a plus sign of the recorded policy events when there are any. */
    public String rulesVersion() {
        throw new UnsupportedOperationException();
    }

    public List<PolicyDocument> documents() {
        throw new UnsupportedOperationException();
    }

    /** The effective date of a document: the recorded one, else the one in its text, else empty (UNSET). */
    public Optional<DocumentDate> effectiveDate(String documentCode) {
        throw new UnsupportedOperationException();
    }

    public List<PolicyRule> rules() {
        throw new UnsupportedOperationException();
    }

    public List<Reading> readings() {
        throw new UnsupportedOperationException();
    }

    /** A registered reading, or an inheritance reading derived from a rule key ({@code inherit.<rule key>}). */
    public Optional<Reading> reading(String readingId) {
        throw new UnsupportedOperationException();
    }

    public List<ConfirmedReading> confirmedReadings() {
        throw new UnsupportedOperationException();
    }

    /** The reading confirmed for this jurisdiction on or before the date; the latest such confirmation counts. */
    public Optional<ConfirmedReading> confirmed(String readingId, String jurisdiction, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }

    public List<NationalRule> nationalRules() {
        throw new UnsupportedOperationException();
    }

    /** The answer of the lineage of this jurisdiction to one question. Refuses an unknown key. */
    public Resolution resolve(String ruleKey, String jurisdiction, LocalDate asOf) {
        throw new UnsupportedOperationException();
    }
}
