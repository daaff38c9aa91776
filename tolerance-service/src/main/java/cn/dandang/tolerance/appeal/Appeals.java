package cn.dandang.tolerance.appeal;

import cn.dandang.contracts.Ground;
import cn.dandang.contracts.ToleranceFact.AppealOutcome;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.policy.Message;
import cn.dandang.tolerance.Streams;
import cn.dandang.tolerance.tolerancecase.ToleranceCommand.Meeting;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders, events and states of an appeal. */
public interface Appeals {

    /** Whose appeal, in which case. */
    record Matter(String rootCase, String toleranceCase, String factId, String jurisdiction, String body, String cadre, String unit) {}

    /** Orders to one appeal. */
    sealed interface AppealCommand extends Command {
        String appeal();

        @Override
        default String stream() {
            return Streams.appeal(appeal());
        }

        record LodgeAppeal(String appeal, Matter matter, Sealed<String> text) implements AppealCommand {}

        /** A paper of the unit beside the cadre's appeal. */
        record AttachSupportingOpinion(String appeal, String paper, Sealed<String> text) implements AppealCommand {}

        /** The same append orders the tolerance case to uphold, change or take back its decision. */
        record DecideAppeal(String appeal, AppealOutcome outcome, Sealed<String> reasons, @Nullable Meeting meeting) implements AppealCommand {}
    }

    /** What happened to one appeal. */
    sealed interface AppealEvent extends DomainEvent {
        String appeal();

        Matter matter();

        @Override
        default List<String> factIds() {
            return List.of(matter().factId());
        }

        /** 已提出申诉. */
        @EventName("tolerance.appeal-lodged.v1")
        record AppealLodged(String appeal, Matter matter, Sealed<String> text, LocalDate lodgedOn, Ground ground) implements AppealEvent {}

        /** 单位意见已附. */
        @EventName("tolerance.supporting-opinion-attached.v1")
        record SupportingOpinionAttached(String appeal, Matter matter, String paper, Sealed<String> text, String from, Message note, LocalDate on) implements AppealEvent {}

        /** 维持 / 变更 / 重新核实. */
        @EventName("tolerance.appeal-decided.v1")
        record AppealDecided(String appeal, Matter matter, AppealOutcome outcome, Sealed<String> reasons, @Nullable Meeting meeting, String decidedBy, LocalDate decidedOn,
                             Ground ground) implements AppealEvent {}
    }

    /** How an appeal stands. */
    sealed interface AppealState {
        record NotLodged() implements AppealState {}

        record UnderReview(Matter matter, Ground ground) implements AppealState {}

        record Ended(Matter matter, AppealOutcome outcome) implements AppealState {}
    }
}
