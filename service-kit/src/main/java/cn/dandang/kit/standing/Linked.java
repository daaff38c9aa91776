package cn.dandang.kit.standing;

import java.util.Map;

/** What is known of a fact that officers may find to be the same as others. */
public interface Linked {
    /** The other facts, by link. */
    Map<String, String> links();
}
