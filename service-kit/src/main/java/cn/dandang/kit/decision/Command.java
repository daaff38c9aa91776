package cn.dandang.kit.decision;

/** An order to one aggregate. Ids and texts in it were made or sealed at the edge. */
public interface Command {
    /** The target's stream, {@code <kind>-<uuid>}. */
    String stream();
}
