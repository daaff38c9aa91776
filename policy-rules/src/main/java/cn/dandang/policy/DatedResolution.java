package cn.dandang.policy;

/**
 * An answer with both days of its case.
 *
 * @param by       the day it was asked by
 * @param onOther  what would hold by the other day; equal in substance unless something came into force between
 */
public record DatedResolution(Resolution answer, Occasion occasion, Occasion.By by, Resolution onOther) {

    /** Whether the answer acts without a person: where the text does not say by which day it goes, only while both days give the same. */
    public boolean actsByItself() {
        return answer.actsByItself() && !(by == Occasion.By.NOT_STATED && dayMatters());
    }

    /** Whether the choice of the day makes a difference: then a person should see both. */
    public boolean dayMatters() {
        return answer.outcome() != onOther.outcome() || answer.acts() != onOther.acts() || answer.support() != onOther.support() || answer.modal() != onOther.modal()
                || !answer.values().equals(onOther.values()) || !answer.citations().equals(onOther.citations());
    }
}
