package cn.dandang.incentive.talk;

import cn.dandang.incentive.talk.TalkEvent.TalkProposed;

/** Where a talk stands. */
public sealed interface TalkState {

    record NotProposed() implements TalkState {}

    /** Owed by a clause; with whom and why is kept as for a proposed one. */
    record Due(TalkProposed proposed) implements TalkState {}

    record Proposed(TalkProposed proposed) implements TalkState {}

    record Planned(TalkProposed proposed) implements TalkState {}

    record Declined(TalkProposed proposed) implements TalkState {}

    record Held(TalkProposed proposed) implements TalkState {}
}
