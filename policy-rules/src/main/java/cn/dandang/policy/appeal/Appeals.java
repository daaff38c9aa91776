package cn.dandang.policy.appeal;

import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.NationalRule;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.appeal.AppealAnswer.Treatment;
import java.time.LocalDate;
import java.util.List;

/** The explanation of a refusal, the local appeal, the statutory remedies. */
public final class Appeals {
    private static final List<String> REMEDIES = List.of("P10", "P13", "P16-supervision", "P16-sanctions");
    private static final Message DESIGNED = Message.of("这些文件在此未载明对不予容错的说明；平台为保护当事人，要求说明理由（平台设计）。",
            "An explanation of a refusal is not stated in these documents here; for the person's protection the platform asks for one (platform design).");
    private static final Message SILENT = Message.of(
            "这些文件未载明本地申诉；可能适用的国家规定已列出名称，由人查阅并记录所依据的规定。",
            "A local appeal is not stated in these documents; the national rules that may apply are listed by name, and a person records which he looked at.");
    private static final Message ATTACHED = Message.of("文件写明由本人提出；单位的材料作为支持意见附入。",
            "The text names the cadre in person; the unit's paper is attached as a supporting opinion.");

    private Appeals() {
    }

    /** What a refusal carries with it (B-10, X-09). */
    public static RefusalDuties onRefusal(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        Resolution explanation = policy.resolve("appeal.explain-refusal", jurisdiction, asOf);
        return new RefusalDuties(true, explanation.actsByItself() ? explanation.says() : DESIGNED, explanation, statutoryRemedies(policy, jurisdiction, asOf));
    }

    /** What a paper of this appellant is here (B-13). */
    public static AppealAnswer appeal(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Appellant appellant) {
        Resolution local = policy.resolve("appeal.local", jurisdiction, asOf);
        Resolution limit = policy.resolve("appeal.limit", jurisdiction, asOf);
        boolean granted = local.actsByItself();
        if (appellant == Appellant.UNIT) {
            Resolution unit = policy.resolve("appeal.local-unit", jurisdiction, asOf);
            return new AppealAnswer(appellant, granted ? Treatment.SUPPORTING_OPINION : Treatment.ASKS_A_PERSON, granted ? ATTACHED : says(local),
                    unit, limit, statutoryRemedies(policy, jurisdiction, asOf));
        }
        return new AppealAnswer(appellant, granted ? Treatment.APPEAL : Treatment.ASKS_A_PERSON, says(local), local,
                limit, statutoryRemedies(policy, jurisdiction, asOf));
    }

    /** The remedies of national law and Party rules, by name, the same in every jurisdiction, each told whether its pack is on. */
    public static List<NationalRule> statutoryRemedies(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return policy.nationalRules(REMEDIES, jurisdiction, asOf);
    }

    private static Message says(Resolution local) {
        return local.outcome() == Answered.UNDEFINED ? SILENT : local.says();
    }
}
