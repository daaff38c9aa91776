package cn.dandang.kit.decision;

/** An order with which a person begins a new matter in the place of his office. Not taken while the place is not set up; what began goes on. */
public interface OpensMatter extends Command {

    /** False where this one belongs to a matter that began before. */
    default boolean opensMatter() {
        return true;
    }
}
