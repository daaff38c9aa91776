package cn.dandang.policy;

/** Whether an effect happens by itself or becomes a task for a person. */
public enum Acts {
    BY_ITSELF,
    ASK_A_PERSON
}
