package cn.dandang.kit.question;

import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.Message;

/** Why a question takes no answer, or is not put. */
sealed interface QuestionRefusal extends Refusal {

    /** There is no such question. */
    record NoSuchQuestion() implements QuestionRefusal {
        @Override
        public String slug() {
            return "not-found";
        }

        @Override
        public Message message() {
            return Message.of("没有这项待定事项。", "There is no such question.");
        }
    }

    /** It is put already. */
    record AlreadyAsked() implements QuestionRefusal {
        @Override
        public String slug() {
            return "wrong-state";
        }

        @Override
        public Message message() {
            return Message.of("该事项已提请答复，不重复提出。", "This question was put already and is not put twice.");
        }
    }

    /** It is answered already. */
    record AlreadyAnswered() implements QuestionRefusal {
        @Override
        public String slug() {
            return "wrong-state";
        }

        @Override
        public Message message() {
            return Message.of("该事项已有答复，答复不能更改。", "This question was answered; an answer is not changed.");
        }
    }

    /** Nothing is left that accepting could do. */
    record NothingLeft() implements QuestionRefusal {
        @Override
        public String slug() {
            return "wrong-state";
        }

        @Override
        public Message message() {
            return Message.of("情况已经变化，同意后已无可办事项；请说明理由后选择不同意。", "Circumstances have changed and accepting would do nothing any more. Decline it and give the reason.");
        }
    }

    /** An answer has a reason. */
    record NoReason() implements QuestionRefusal {
        @Override
        public String slug() {
            return "malformed-request";
        }

        @Override
        public Message message() {
            return Message.of("答复须写明理由。", "An answer has a reason.");
        }
    }

    /** Only the platform puts questions. */
    record OnlyThePlatformAsks() implements QuestionRefusal {
        @Override
        public String slug() {
            return "forbidden-role";
        }

        @Override
        public Message message() {
            return Message.of("待定事项只由平台依公开事实提出。", "Questions are put by the platform alone, on a published fact.");
        }
    }
}
