package cn.dandang.oversight.dossier;

import cn.dandang.contracts.Citation;
import cn.dandang.contracts.Support;
import cn.dandang.policy.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as a page shows it.
 *
 * @param rebuiltFromEvents how many published facts this answer was made of; in a working view only those it shows
 */
record Dossier(Person person, Instant asOf, long rebuiltFromEvents, Sections sections, List<Line> timeline) {

    /** The person with the posts held today. */
    record Person(String id, String name, String jurisdiction, List<Post> posts) {}

    /** A post from the register. */
    record Post(String unit, String unitName, String title, @Nullable String postLevel, LocalDate from) {}

    /**
     * The timeline by subject.
     *
     * @param protection tolerance, correction, clarification: only in the person's own view and the auditor's; absent elsewhere
     */
    record Sections(List<Line> assessments, List<Line> awards, @Nullable List<Line> talks, @Nullable List<Line> protection) {}

    /** One line of the timeline. */
    record Line(String id, Instant at, LocalDate on, String kind, Message label, String service, long ledgerPosition, List<Citation> clauses, @Nullable Support support,
                boolean demonstration, @Nullable String cause, @Nullable String link) {}
}
