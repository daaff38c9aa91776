package cn.dandang.policy.opening;

import cn.dandang.policy.Acts;
import cn.dandang.policy.Answered;
import cn.dandang.policy.Message;
import cn.dandang.policy.PolicySnapshot;
import cn.dandang.policy.ReadingNeed;
import cn.dandang.policy.Resolution;
import cn.dandang.policy.opening.ApplicationAnswer.Treatment;
import java.time.LocalDate;

/** Who starts a tolerance check, and who may apply. */
public final class Opening {
    private static final String APPLICANT_READING = "weihai.applicant";
    private static final Message ATTACHED = Message.of(
            "这些文件未载明此人在本地区提出容错申请；材料附入案卷，应与问责一并开展的核实照常进行。",
            "An application by this applicant is not stated in these documents for this place; the paper is attached, and the check that goes with accountability takes its course.");
    private static final Message NO_ADDRESSEE = Message.of("这些文件未载明受理机关；材料交办理机关附卷。",
            "The addressee is not stated in these documents; the paper goes to the body that handles the case.");

    private Opening() {
    }

    /** Whether the tolerance check opens together with accountability. */
    public static OpeningAnswer withAccountability(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return opening(policy.resolve("opening.with-accountability", jurisdiction, asOf),
                Message.of("容错核实与问责同时启动。", "The tolerance check opens together with accountability."),
                Message.of("容错核实是否与问责同时启动，由人确认。", "Whether the check opens together with accountability is put to a person."));
    }

    /** Whether a tolerance case opens when the investigators record that a situation is found. */
    public static OpeningAnswer onSituationFound(PolicySnapshot policy, String jurisdiction, LocalDate asOf) {
        return opening(policy.resolve("opening.on-situation-found", jurisdiction, asOf),
                Message.of("发现具有容错情形，容错案启动。", "A situation is found: the tolerance case opens."),
                Message.of("发现情形后是否启动，由人确认。", "Whether a case opens on finding a situation is put to a person."));
    }

    /** What a paper of this applicant is (B-3), and to whom it goes (B-4). */
    public static ApplicationAnswer application(PolicySnapshot policy, String jurisdiction, LocalDate asOf, Applicant applicant) {
        Resolution granted = policy.resolve(key(applicant), jurisdiction, asOf);
        Resolution addressee = policy.resolve("opening.addressee", jurisdiction, asOf);
        Message to = addressee.outcome() == Answered.STATED ? addressee.says() : NO_ADDRESSEE;
        if (granted.outcome() == Answered.STATED) {
            ReadingNeed applicants = policy.need(APPLICANT_READING, jurisdiction, asOf);
            boolean jointly = applicant != Applicant.UNIT && "jointly".equals(applicants.choice());
            if (jointly) {
                return new ApplicationAnswer(applicant, Treatment.ASKS_A_PERSON, Message.of(
                        "已确认口径：须由本人与所在单位党组织共同申请；由人核对另一方是否一并提出。",
                        "By the confirmed reading both apply jointly; a person checks that the other side applies too."), to, granted);
            }
            Treatment treatment = granted.acts() == Acts.BY_ITSELF ? Treatment.APPLICATION : Treatment.ASKS_A_PERSON;
            return new ApplicationAnswer(applicant, treatment, granted.says(), to, granted);
        }
        boolean undated = granted.outcome() == Answered.UNSET;
        return new ApplicationAnswer(applicant, undated ? Treatment.ASKS_A_PERSON : Treatment.ATTACHED_PAPER,
                granted.outcome() == Answered.UNDEFINED ? ATTACHED : granted.says(), to, granted);
    }

    private static OpeningAnswer opening(Resolution resolution, Message opens, Message asks) {
        boolean itself = resolution.actsByItself();
        return new OpeningAnswer(itself, itself ? opens : resolution.outcome() == Answered.STATED ? asks : resolution.says(), resolution);
    }

    private static String key(Applicant applicant) {
        return switch (applicant) {
            case CADRE -> "opening.application-cadre";
            case UNIT -> "opening.application-unit";
            case UNIT_PARTY_ORGANISATION -> "opening.application-unit-party-organisation";
        };
    }
}
