package cn.dandang.oversight.looks;

import cn.dandang.kit.decision.Circumstances;
import cn.dandang.kit.decision.Decider;
import cn.dandang.kit.decision.Decision;

/** A look is recorded once and never changes. */
public final class LookDecider implements Decider<LookCommand, LookEvent, LookDecider.State> {
    static final String KIND = "look";

    /** Whether the look is on record. */
    public enum State { NONE, RECORDED }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<LookCommand> commands() {
        return LookCommand.class;
    }

    @Override
    public Class<LookEvent> events() {
        return LookEvent.class;
    }

    @Override
    public State initial() {
        return State.NONE;
    }

    @Override
    public Decision<LookEvent> decide(LookCommand order, State state, Circumstances now) {
        return switch (order) {
            case LookCommand.RecordLook look when state == State.RECORDED -> Decision.accept();
            case LookCommand.RecordLook look -> Decision.accept(new LookEvent.Looked(look.look(), look.what(), look.person(), look.reason()));
        };
    }

    @Override
    public State evolve(State state, LookEvent event) {
        return switch (event) {
            case LookEvent.Looked looked -> State.RECORDED;
        };
    }
}
