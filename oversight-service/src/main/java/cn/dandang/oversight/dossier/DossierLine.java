package cn.dandang.oversight.dossier;

import cn.dandang.contracts.Ground;
import cn.dandang.policy.Message;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one published fact means in a person's dossier.
 *
 * @param person   whose dossier
 * @param matter   the thing it is about, so that later facts can change who sees it: {@code evaluation/<id>}
 * @param kind     the fact's pinned name
 * @param audience who sees it
 * @param cause    id of the fact that caused it, or null
 */
record DossierLine(String person, String matter, String kind, LocalDate on, Message label, Audience audience, @Nullable Ground ground, @Nullable String cause) {

    /** Who sees a line. */
    enum Audience {
        /** Assessors, selectors and awarders too. */
        WORKING,
        /** The person himself and the auditor. */
        OWN
    }
}
