package cn.dandang.assessment.policy;

import static cn.dandang.assessment.Given.POLICY;
import static cn.dandang.assessment.Given.TODAY;
import static cn.dandang.assessment.Given.WEIHAI;
import static cn.dandang.assessment.Given.accepted;
import static cn.dandang.assessment.Given.actor;
import static cn.dandang.assessment.Given.refused;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.assessment.policy.ChangeCommand.DraftChange;
import cn.dandang.assessment.policy.ChangeCommand.PublishChange;
import cn.dandang.assessment.policy.ChangeCommand.ReviewChange;
import cn.dandang.assessment.policy.ChangeEvent.ChangeDrafted;
import cn.dandang.assessment.policy.ChangeEvent.ChangePublished;
import cn.dandang.assessment.policy.ChangeEvent.ChangeReviewed;
import cn.dandang.contracts.Citation;
import cn.dandang.contracts.PolicyItem;
import cn.dandang.contracts.PolicyItem.Kind;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PolicyChangesTest {
    private static final PolicyChanges CHANGES = new PolicyChanges();
    private static final Actor APPROVER = actor("approver", WEIHAI, Role.POLICY_APPROVER);
    private static final String ID = "0195d3a0-0002-7e00-8000-000000000001";
    private static final String STREAM = "policy-change-" + ID;
    private static final PolicyItem PACK = pack("P10", WEIHAI, TODAY, true);
    private static final List<ImpactSeen> SEEN = List.of(new ImpactSeen("assessment", 3, 0, 17), new ImpactSeen("incentive", 0, 0, -1), new ImpactSeen("tolerance", 12, 4, 90));
    private static final ChangeDrafted DRAFTED = new ChangeDrafted(ID, "启用", WEIHAI, List.of(PACK), "逐项答复", POLICY.person(), TODAY);
    private static final ChangeReviewed APPROVED = new ChangeReviewed(ID, WEIHAI, true, "核对无误", APPROVER.person(), TODAY, SEEN);

    private static PolicyItem pack(String pack, String place, LocalDate from, boolean on) {
        return new PolicyItem(Kind.PACK, pack, from, place, "按公务员法办理", on, null, null, null, null, List.of(), null, null, List.of(), null, null);
    }

    private static DraftChange draft(PolicyItem... items) {
        return new DraftChange(STREAM, "启用", WEIHAI, List.of(items), "逐项答复");
    }

    @Test
    @DisplayName("a change is drafted by one person, approved by another, then published")
    void a_change_takes_two_persons() {
        assertThat(accepted(CHANGES, List.of(), draft(PACK), POLICY)).containsExactly(DRAFTED);
        assertThat(accepted(CHANGES, List.of(DRAFTED), new ReviewChange(STREAM, true, "核对无误", SEEN), APPROVER)).containsExactly(APPROVED);
        assertThat(accepted(CHANGES, List.of(DRAFTED, APPROVED), new PublishChange(STREAM), POLICY))
                .containsExactly(new ChangePublished(ID, "启用", WEIHAI, List.of(PACK), POLICY.person(), APPROVER.person(), POLICY.person(), TODAY, new ChangeEvent.Preview(APPROVER.person(), TODAY, SEEN)));
    }

    @Test
    void who_drafted_does_not_review_even_with_both_roles() {
        Actor both = actor(POLICY.person(), WEIHAI, Role.POLICY_ADMIN, Role.POLICY_APPROVER);
        assertThat(refused(CHANGES, List.of(DRAFTED), new ReviewChange(STREAM, true, "核对无误", SEEN), both).message().en()).contains("does not review it");
        assertThat(refused(CHANGES, List.of(DRAFTED), new ReviewChange(STREAM, true, "核对无误", SEEN), POLICY).slug()).isEqualTo("forbidden-role");
    }

    @Test
    @DisplayName("a change is approved only by who was shown its impact on all three services, and says what he saw; a rejection needs none")
    void an_approval_says_what_was_seen_of_the_impact() {
        assertThat(refused(CHANGES, List.of(DRAFTED), new ReviewChange(STREAM, true, "核对无误", List.of()), APPROVER).message().zh()).contains("查看变更对考核、容错、激励");
        assertThat(refused(CHANGES, List.of(DRAFTED), new ReviewChange(STREAM, true, "核对无误", SEEN.subList(0, 2)), APPROVER).slug()).isEqualTo("malformed-request");
        List<ImpactSeen> more = List.of(SEEN.get(0), SEEN.get(1), new ImpactSeen("tolerance", 3, 4, 90));
        assertThat(refused(CHANGES, List.of(DRAFTED), new ReviewChange(STREAM, true, "核对无误", more), APPROVER).slug()).isEqualTo("malformed-request");
        // what a change means for reports is told inside clarification alone, so no count of it is written here
        List<ImpactSeen> reports = List.of(SEEN.get(0), SEEN.get(1), new ImpactSeen("clarification", 3, 1, -1));
        assertThat(refused(CHANGES, List.of(DRAFTED), new ReviewChange(STREAM, true, "核对无误", reports), APPROVER).slug()).isEqualTo("malformed-request");
        assertThat(accepted(CHANGES, List.of(DRAFTED), new ReviewChange(STREAM, false, "依据不足", List.of()), APPROVER))
                .containsExactly(new ChangeReviewed(ID, WEIHAI, false, "依据不足", APPROVER.person(), TODAY, null));
    }

    @Test
    @DisplayName("a change that was approved before the impact was asked for is published as it was")
    void an_approval_of_before_stays_one() {
        var before = new ChangeReviewed(ID, WEIHAI, true, "核对无误", APPROVER.person(), TODAY, null);
        assertThat(accepted(CHANGES, List.of(DRAFTED, before), new PublishChange(STREAM), POLICY))
                .containsExactly(new ChangePublished(ID, "启用", WEIHAI, List.of(PACK), POLICY.person(), APPROVER.person(), POLICY.person(), TODAY, null));
    }

    @Test
    void only_an_approved_change_is_published_and_only_once() {
        assertThat(refused(CHANGES, List.of(DRAFTED), new PublishChange(STREAM), POLICY).slug()).isEqualTo("wrong-state");
        var rejected = new ChangeReviewed(ID, WEIHAI, false, "依据不足", APPROVER.person(), TODAY, null);
        assertThat(refused(CHANGES, List.of(DRAFTED, rejected), new PublishChange(STREAM), POLICY).slug()).isEqualTo("wrong-state");
        var published = new ChangePublished(ID, "启用", WEIHAI, List.of(PACK), POLICY.person(), APPROVER.person(), POLICY.person(), TODAY, null);
        assertThat(refused(CHANGES, List.of(DRAFTED, APPROVED, published), new PublishChange(STREAM), POLICY).slug()).isEqualTo("wrong-state");
        assertThat(refused(CHANGES, List.of(DRAFTED, rejected), new ReviewChange(STREAM, true, "x", SEEN), APPROVER).slug()).isEqualTo("wrong-state");
        assertThat(refused(CHANGES, List.of(), new PublishChange(STREAM), POLICY).slug()).isEqualTo("not-found");
    }

    @Test
    @DisplayName("a change that reaches back, belongs to another place, is incomplete or unknown is refused with a sentence")
    void faults_are_refused_when_drafted() {
        assertThat(refused(CHANGES, List.of(), draft(pack("P10", WEIHAI, TODAY.minusDays(1), true)), POLICY).message().en()).contains("not retroactive");
        assertThat(refused(CHANGES, List.of(), draft(pack("P10", "340000", TODAY, true)), POLICY).message().en()).contains("is not changed by");
        assertThat(refused(CHANGES, List.of(), draft(pack("P8", WEIHAI, TODAY, true)), POLICY).message().en()).contains("listed by name only");
        assertThat(refused(CHANGES, List.of(), draft(new PolicyItem(Kind.PARAMETER, "P10.review-request", TODAY, WEIHAI, "来源", null, "20", "CALENDAR_DAYS", null, null, List.of(), null, null,
                List.of(), null, null)), POLICY).message().en()).contains("is not changed by");
        assertThat(refused(CHANGES, List.of(), draft(new PolicyItem(Kind.RULE, "rectification.weihai.overdue", TODAY, WEIHAI, "来源", null, null, null, "STATED", null, List.of(), "句子。",
                "A sentence.", List.of(), null, null)), POLICY).message().en()).contains("lacks \"modal\"");
        assertThat(refused(CHANGES, List.of(), draft(), POLICY).slug()).isEqualTo("malformed-request");
    }

    @Test
    @DisplayName("a new version that loosens a red line of a level above is refused")
    void a_red_line_is_not_loosened() {
        var looser = new PolicyItem(Kind.RULE, "tolerance.weihai.three-distinctions", TODAY, WEIHAI, "市委文件登记簿", null, null, null, "STATED", "MAY", List.of(), "可以区分。", "May be kept apart.",
                List.of(new Citation("威", "威·四·11", "认真落实“三个区分开来”要求")), null, null);
        assertThat(refused(CHANGES, List.of(), draft(looser), POLICY).message().en()).contains("loosens the red line");
    }
}
