package cn.dandang.policy;

/** What the documents answer. None but {@link #STATED} gives a value, and none of them means that something is forbidden or not owed. */
public enum Answered {
    STATED,
    /** The readable text of this level is silent. */
    NOT_STATED,
    /** The scan is damaged where the answer would stand. */
    LOST,
    /** A value, or a document's effective date, still has to be entered with its source. */
    UNSET,
    /** No level gives an answer: a person is asked, and records which other rule he looked at. */
    UNDEFINED
}
