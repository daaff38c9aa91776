package cn.dandang.incentive.talk;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.personal.Sealed;
import org.jspecify.annotations.Nullable;

/** Orders to one talk. */
public sealed interface TalkCommand extends Command {
    String talk();

    @Override
    default String stream() {
        return Talks.stream(talk());
    }

    /** The platform puts a talk to a person, who accepts or declines it. */
    record ProposeTalk(String talk, String cadre, String jurisdiction, Ground ground, String cause) implements TalkCommand {}

    /** A clause of the place orders a talk: it is owed, and a person arranges it. */
    record OweTalk(String talk, String cadre, String jurisdiction, Ground ground, String cause) implements TalkCommand {}

    record AcceptTalk(String talk, Sealed<String> reason) implements TalkCommand {}

    record DeclineTalk(String talk, Sealed<String> reason) implements TalkCommand {}

    /** It was held. @param notes for the two who talked, or null */
    record HoldTalk(String talk, @Nullable Sealed<String> notes) implements TalkCommand {}
}
