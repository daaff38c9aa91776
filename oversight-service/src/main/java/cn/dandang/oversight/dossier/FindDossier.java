package cn.dandang.oversight.dossier;

import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.kit.register.Register;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers with a person's dossier for one of two readers: whoever may see all, or whoever works with it. */
@Component
class FindDossier {
    private static final Comparator<DossierEntry> BY_TIME = Comparator.comparing(DossierEntry::on).thenComparing(DossierEntry::at).thenComparing(DossierEntry::service).thenComparingLong(DossierEntry::ledgerPosition);

    private final ViewCollection<DossierEntry> entries;
    private final CurrentRegister register;
    private final PersonalData personal;
    private final BusinessClock clock;

    FindDossier(Views views, CurrentRegister register, PersonalData personal, BusinessClock clock) {
        this.entries = views.of(DossierProjection.VIEW).collection("entries", DossierEntry.class);
        this.register = register;
        this.personal = personal;
        this.clock = clock;
    }

    Optional<RegisterFact.PersonRegistered> person(String id) {
        return register.register().person(id);
    }

    /** @param whole true for the person himself and the auditor */
    Dossier find(RegisterFact.PersonRegistered person, boolean whole) {
        List<DossierEntry> rows = entries.list(Filter.eq("person", person.rootCase())).stream().filter(row -> whole || row.working()).sorted(BY_TIME).toList();
        Predicate<DossierEntry> assessment = row -> row.kind().startsWith("assessment.");
        Predicate<DossierEntry> talk = row -> row.kind().startsWith("incentive.talk");
        Predicate<DossierEntry> award = row -> row.kind().startsWith("incentive.") && !talk.test(row);
        Predicate<DossierEntry> protection = row -> row.kind().startsWith("tolerance.") || row.kind().startsWith("clarification.");
        return new Dossier(person(person), Instant.now(), rows.size(),
                new Dossier.Sections(lines(rows, assessment, whole), lines(rows, award, whole), whole ? lines(rows, talk, true) : null, whole ? lines(rows, protection, true) : null),
                lines(rows, row -> true, whole));
    }

    private Dossier.Person person(RegisterFact.PersonRegistered person) {
        Register known = register.register();
        LocalDate today = clock.today();
        return new Dossier.Person(person.rootCase(), personal.text(person.name()), person.jurisdiction(),
                known.posts(person.rootCase(), today).stream()
                        .sorted(Comparator.comparing(RegisterFact.PostRegistered::from))
                        .map(post -> new Dossier.Post(post.unit(), known.unit(post.unit()).map(RegisterFact.UnitRegistered::name).orElse(post.unit()), post.title(), post.postLevel(), post.from()))
                        .toList());
    }

    private static List<Dossier.Line> lines(List<DossierEntry> rows, Predicate<DossierEntry> which, boolean whole) {
        return rows.stream().filter(which).map(row -> new Dossier.Line(row.id(), row.at(), row.on(), row.kind(), row.label(), row.service(), row.ledgerPosition(), row.clauses(), row.support(),
                row.demonstration(), row.cause(), whole ? link(row) : null)).toList();
    }

    private static @Nullable String link(DossierEntry row) {
        return row.kind().startsWith("tolerance.") ? "/audit?rootCase=" + row.rootCase() : null;
    }
}
