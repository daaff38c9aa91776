package cn.dandang.kit.due;

/** What is due and when. An item replaces the earlier one with the same id. */
public interface DueList {

    void put(DueItem item);

    /** The deadline is met or gone: nothing will be ordered. Unknown ids are left alone. */
    void remove(String dueId);
}
