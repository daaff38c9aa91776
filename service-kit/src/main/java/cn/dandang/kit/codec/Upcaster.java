package cn.dandang.kit.codec;

import tools.jackson.databind.node.ObjectNode;

/** Lifts the payload of an old revision to the next one. A bean per step; pure, and kept for ever. */
public interface Upcaster {
    /** The pinned name, {@code tolerance.granted.v1}. */
    String name();

    /** The revision it takes; it gives this one plus one. */
    int from();

    /** The payload as the next revision has it; may change and return its argument. */
    ObjectNode up(ObjectNode payload);
}
