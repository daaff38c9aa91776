package cn.dandang.policy;

/** What kind of question an item of the test is: matched, must hold, weighed, or weighed between two poles. */
public enum ItemKind {
    DISTINCTION,
    CONSIDERATION,
    SITUATION,
    CONDITION,
    ELEMENT,
    FACTOR,
    PURPOSE,
    RED_LINE
}
