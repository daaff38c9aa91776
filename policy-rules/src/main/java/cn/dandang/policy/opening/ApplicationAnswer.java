package cn.dandang.policy.opening;

import cn.dandang.policy.Message;
import cn.dandang.policy.Resolution;

/**
 * What happens to a paper that asks for tolerance.
 *
 * @param addressee to whom an application goes; present in words also where the documents are silent
 * @param resolution the clause that grants the application, or the silence
 */
public record ApplicationAnswer(Applicant applicant, Treatment treatment, Message says, Message addressee, Resolution resolution) {

    public enum Treatment {
        /** A document grants the application: it is an application in its own right. */
        APPLICATION,
        /** The documents state no application by this person here, or the place is lost: the paper is attached to the case. */
        ATTACHED_PAPER,
        /** It turns on a reading or a date that a person has to enter first; until then the paper is attached. */
        ASKS_A_PERSON
    }
}
