package cn.dandang.oversight.dossier;

import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.access.NotRecorded;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.security.Access;
import cn.dandang.oversight.looks.LookView;
import cn.dandang.oversight.looks.Looks;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dossiers. The person himself and the auditor see all; assessors, selectors and awarders of his place a working view in which annulled and tolerated matters do not exist. */
@RestController
@RequestMapping("/api/oversight/v1/dossiers")
class DossierController {
    private final FindDossier dossiers;
    private final Looks looks;
    private final LookView looked;

    DossierController(FindDossier dossiers, Looks looks, LookView looked) {
        this.dossiers = dossiers;
        this.looks = looks;
        this.looked = looked;
    }

    /** @param reason why; recorded with the look, and asked of an auditor, whom the annulled and tolerated matters are shown */
    @GetMapping("/{person}")
    @NotRecorded("its looks are recorded with the person whom they concern")
    Dossier dossier(@PathVariable String person, @RequestParam(required = false) @Nullable String reason, Actor actor) {
        boolean own = actor.person().equals(person);
        if (!own) {
            Access.role(actor, Role.AUDITOR, Role.ORG_OFFICER, Role.ORG_DECIDER, Role.BENEFITS_OFFICER);
        }
        RegisterFact.PersonRegistered registered = registered(person);
        if (!own) {
            Access.mayRead(actor, registered.jurisdiction());
            requireReason(actor, reason);
        }
        looks.record(actor, "dossier", person, reason);
        return dossiers.find(registered, own || actor.has(Role.AUDITOR));
    }

    /** Who looked at this dossier, for the person himself and the auditor. */
    @GetMapping("/{person}/looks")
    List<LookView.Look> looks(@PathVariable String person, Actor actor) {
        if (!actor.person().equals(person)) {
            Access.role(actor, Role.AUDITOR);
            Access.mayRead(actor, registered(person).jurisdiction());
        }
        return looked.at(person);
    }

    private static void requireReason(Actor actor, @Nullable String reason) {
        if (actor.has(Role.AUDITOR) && (reason == null || reason.isBlank())) {
            throw ProblemException.malformed("审计查阅他人档案须写明事由（reason）。", "An auditor says why he looks at a person's dossier (reason).");
        }
    }

    private RegisterFact.PersonRegistered registered(String person) {
        return dossiers.person(person).orElseThrow(() -> ProblemException.notFound("人员", "person", person));
    }
}
