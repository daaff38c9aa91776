package cn.dandang.tolerance.api;

import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.web.Requests;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.accountability.AccountabilityDecider;
import cn.dandang.tolerance.accountability.AccountabilityState;
import cn.dandang.tolerance.appeal.AppealDecider;
import cn.dandang.tolerance.appeal.Appeals;
import cn.dandang.tolerance.appeal.Appeals.AppealState;
import cn.dandang.tolerance.fact.FactDecider;
import cn.dandang.tolerance.fact.FactStanding;
import cn.dandang.tolerance.rectification.RectificationDecider;
import cn.dandang.tolerance.rectification.RectificationState;
import cn.dandang.tolerance.tolerancecase.ToleranceDecider;
import cn.dandang.tolerance.tolerancecase.ToleranceState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.springframework.stereotype.Component;

/** Present states from the ledger, for putting an order together. What an order may know is decided again when it is taken. */
@Component
final class Streaming {
    static final String CASE_ZH = "容错案";
    static final String CASE_EN = "tolerance case";
    private final Orders orders;
    private final AccountabilityDecider accountability;
    private final ToleranceDecider tolerance;
    private final RectificationDecider rectification;
    private final AppealDecider appeals;
    private final FactDecider facts;

    Streaming(Orders orders, AccountabilityDecider accountability, ToleranceDecider tolerance, RectificationDecider rectification, AppealDecider appeals, FactDecider facts) {
        this.orders = orders;
        this.accountability = accountability;
        this.tolerance = tolerance;
        this.rectification = rectification;
        this.appeals = appeals;
        this.facts = facts;
    }

    /** A tolerance case that the actor may give orders to, or the 404 that tells nothing. */
    ToleranceState.Existing toleranceCase(Actor actor, String id) {
        Door.enter(actor);
        Requests.id(id, CASE_ZH, CASE_EN);
        if (!(orders.state(Streams.toleranceCase(id), tolerance) instanceof ToleranceState.Existing found)) {
            throw ProblemException.notFound(CASE_ZH, CASE_EN, id);
        }
        Door.order(actor, found.file().matter().cadre(), found.file().matter().unit(), CASE_ZH, CASE_EN, id);
        return found;
    }

    AccountabilityState.Existing accountability(Actor actor, String id) {
        Door.enter(actor);
        Requests.id(id, "问责案", "accountability case");
        if (!(orders.state(Streams.accountabilityCase(id), accountability) instanceof AccountabilityState.Existing found)) {
            throw ProblemException.notFound("问责案", "accountability case", id);
        }
        Door.order(actor, found.details().cadre(), found.details().unit(), "问责案", "accountability case", id);
        return found;
    }

    /** The state of an accountability case, without a check of who asks. */
    AccountabilityState accountability(String id) {
        return orders.state(Streams.accountabilityCase(id), accountability);
    }

    RectificationState.Existing task(Actor actor, String id) {
        Door.enter(actor);
        Requests.id(id, "整改任务", "correction");
        if (!(orders.state(Streams.rectificationTask(id), rectification) instanceof RectificationState.Existing found)) {
            throw ProblemException.notFound("整改任务", "correction", id);
        }
        Door.order(actor, found.task().matter().cadre(), found.task().matter().unit(), "整改任务", "correction", id);
        return found;
    }

    Appeals.Matter appeal(Actor actor, String id) {
        Door.enter(actor);
        Requests.id(id, "申诉", "appeal");
        Appeals.Matter matter = switch (orders.state(Streams.appeal(id), appeals)) {
            case AppealState.NotLodged none -> throw ProblemException.notFound("申诉", "appeal", id);
            case AppealState.UnderReview review -> review.matter();
            case AppealState.Ended ended -> ended.matter();
        };
        Door.order(actor, matter.cadre(), matter.unit(), "申诉", "appeal", id);
        return matter;
    }

    FactStanding fact(String factId) {
        return orders.state(Streams.factStanding(factId), facts);
    }

    /** This fact and all that were found to be the same, over any number of links. */
    SequencedSet<String> sameFact(String factId) {
        SequencedSet<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(factId);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (found.add(next)) {
                fact(next).linked().stream().sorted().forEach(open::add);
            }
        }
        return found;
    }
}
