package cn.dandang.assessment.policy;

import cn.dandang.assessment.policy.ChangeCommand.DraftChange;
import cn.dandang.assessment.policy.ChangeCommand.PublishChange;
import cn.dandang.assessment.policy.ChangeCommand.ReviewChange;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.PolicyItem;
import cn.dandang.contracts.PolicyItem.Kind;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.ids.Ids;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Streams;
import cn.dandang.kit.policy.CurrentPolicy;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Change;
import cn.dandang.kit.web.Creation;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import cn.dandang.kit.web.ViewPositions;
import cn.dandang.policy.Message;
import cn.dandang.policy.Pack;
import cn.dandang.policy.PackParameter;
import cn.dandang.policy.PackState;
import cn.dandang.policy.PackSwitch;
import cn.dandang.policy.PolicySnapshot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes of the rules, and the packs with what each place answered about them. */
@RestController
@RequestMapping("/api/assessment/v1/policy")
final class PolicyChangeController {
    private final Orders orders;
    private final PolicyChanges changes;
    private final ChangeProjection view;
    private final CurrentPolicy policy;
    private final BusinessClock clock;
    private final ViewPositions positions;
    private final Ids ids;

    PolicyChangeController(Orders orders, PolicyChanges changes, ChangeProjection view, CurrentPolicy policy, BusinessClock clock, ViewPositions positions, Ids ids) {
        this.orders = orders;
        this.changes = changes;
        this.view = view;
        this.policy = policy;
        this.clock = clock;
        this.positions = positions;
        this.ids = ids;
    }

    record DraftRequest(@NotBlank @Size(max = 200) String title, @NotBlank @Pattern(regexp = "\\d{6}") String jurisdiction, @NotEmpty @Size(max = 100) List<@NotNull @Valid ItemRequest> items,
                        @NotBlank @Size(max = 1000) String reason) {}

    /** @param basis the reason of a pack's answer; else the source of the new words or value */
    record ItemRequest(@NotNull Kind kind, @NotBlank String target, @NotNull LocalDate from, @NotBlank @Pattern(regexp = "\\d{6}") String jurisdiction, @NotBlank @Size(max = 500) String basis,
                       @Nullable Boolean on, @Nullable String value, @Nullable String unit, @Nullable String answer, @Nullable String modal, @Nullable List<@NotBlank String> values,
                       @Nullable String saysZh, @Nullable String saysEn, @Nullable List<@NotNull Citation> clauses, @Nullable String bound,
                       @Nullable Boolean generally) {
        PolicyItem item() {
            return new PolicyItem(kind, target, from, jurisdiction, basis, on, value, unit, answer, modal, values == null ? List.of() : values, saysZh, saysEn,
                    clauses == null ? List.of() : clauses, bound, generally);
        }
    }

    /** @param impactSeen by service, for an approval: what {@code POST /api/<service>/v1/policy-impacts} showed the reviewer */
    record ReviewRequest(boolean approve, @NotBlank @Size(max = 1000) String reason, @Nullable Map<@NotBlank String, @NotNull @Valid SeenRequest> impactSeen) {
        List<ImpactSeen> seen() {
            return impactSeen == null ? List.of()
                    : impactSeen.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(one -> new ImpactSeen(one.getKey(), one.getValue().asked(), one.getValue().differing(), one.getValue().position())).toList();
        }
    }

    record SeenRequest(@PositiveOrZero long asked, @PositiveOrZero long differing, @Min(-1) long position) {}

    /** @param impactSeen absent until it is approved, and in changes from before it was asked for */
    record ChangeAnswer(String id, long version, String state, String title, String jurisdiction, List<PolicyItem> items, String reason, String draftedBy, @Nullable String reviewedBy,
                        @Nullable String reviewReason, @Nullable List<ImpactSeen> impactSeen) {}

    record ChangeItem(String id, long version, ChangeRow.State state, String title, String jurisdiction, LocalDate from, int items, String draftedBy, Instant draftedAt, @Nullable String reviewedBy) {}

    /** @param state ON, OFF or NOT_ASKED: setting up a place asks about each pack */
    record PackAnswer(String id, Message name, boolean shipped, @Nullable Message notShipped, PackState state, @Nullable PackSwitch answered, List<PackParameter> parameters) {}

    @PostMapping("/changes")
    ResponseEntity<Answer> draft(@Valid @RequestBody DraftRequest body, Creation in) {
        return Answers.created(orders.send(in.order(new DraftChange(ids.stream(PolicyChanges.KIND), body.title(), body.jurisdiction(), body.items().stream().map(ItemRequest::item).toList(), body.reason()))));
    }

    @PostMapping("/changes/{id}/review")
    ResponseEntity<Answer> review(@PathVariable String id, @Valid @RequestBody ReviewRequest body, Change in) {
        return Answers.done(orders.send(in.order(new ReviewChange(stream(id), body.approve(), body.reason(), body.seen()))));
    }

    @PostMapping("/changes/{id}/publication")
    ResponseEntity<Answer> publish(@PathVariable String id, Change in) {
        return Answers.done(orders.send(in.order(new PublishChange(stream(id)))));
    }

    /** The newest first; of all places unless one is named. */
    @GetMapping("/changes")
    Listing<ChangeItem> changes(Actor actor, @RequestParam(required = false) @Nullable String jurisdiction, @RequestParam(required = false) ChangeRow.@Nullable State state, Cursor cursor) {
        List<Filter> filters = new ArrayList<>();
        if (jurisdiction != null) {
            filters.add(Filter.eq("jurisdiction", jurisdiction));
        }
        if (state != null) {
            filters.add(Filter.eq("state", state.name()));
        }
        List<ChangeRow> rows = view.rows().latest(cursor.after(), cursor.limit() + 1, filters.toArray(Filter[]::new));
        return Listing.of(rows, cursor, ChangeRow::id, row -> new ChangeItem(row.id(), row.version(), row.state(), row.title(), row.jurisdiction(), row.from(), row.items(), row.draftedBy(), row.draftedAt(),
                row.reviewedBy()), positions.position());
    }

    @GetMapping("/changes/{id}")
    ResponseEntity<ChangeAnswer> change(Actor actor, @PathVariable String id) {
        PolicyChanges.Change state = orders.state(stream(id), changes);
        ChangeEvent.ChangeDrafted draft = state.draft();
        if (draft == null) {
            throw ProblemException.notFound("规则变更", "change", id);
        }
        ChangeEvent.ChangeReviewed review = state.review();
        String standing = state.published() ? "PUBLISHED" : review == null ? "DRAFTED" : review.approved() ? "APPROVED" : "REJECTED";
        long version = orders.version(stream(id));
        return Answers.found(new ChangeAnswer(id, version, standing, draft.title(), draft.jurisdiction(), draft.items(), draft.reason(), draft.byPerson(),
                review == null ? null : review.byPerson(), review == null ? null : review.reason(), review == null ? null : review.impactSeen()), version);
    }

    @GetMapping("/packs")
    Listing<PackAnswer> packs(Actor actor, @RequestParam(required = false) @Nullable String jurisdiction) {
        PolicySnapshot now = policy.snapshot();
        String place = jurisdiction == null ? actor.jurisdiction() : jurisdiction;
        return new Listing<>(now.packs().stream().map(pack -> answer(now, pack, place)).toList(), null, Instant.now(), positions.position());
    }

    private PackAnswer answer(PolicySnapshot now, Pack pack, String place) {
        return new PackAnswer(pack.id(), pack.name(), pack.shipped(), pack.notShipped(), now.packState(pack.id(), place, clock.today()),
                now.packAnswer(pack.id(), place, clock.today()).orElse(null), pack.parameters());
    }

    private static String stream(String id) {
        return Streams.of(PolicyChanges.KIND, Requests.id(id, "规则变更", "change"));
    }
}
