package cn.dandang.kit.erasure;

import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.Message;

/** Why an erasure is not taken. */
sealed interface ErasureRefusal extends Refusal {

    /** There is no such proposal. */
    record NoSuchErasure() implements ErasureRefusal {
        @Override
        public String slug() {
            return "not-found";
        }

        @Override
        public Message message() {
            return Message.of("没有这项删除申请。", "There is no such proposal of erasure.");
        }
    }

    /** It was decided already. */
    record AlreadyDecided() implements ErasureRefusal {
        @Override
        public String slug() {
            return "wrong-state";
        }

        @Override
        public Message message() {
            return Message.of("该删除申请已有决定，不能再次办理。", "This proposal of erasure was decided; it is not decided twice.");
        }
    }

    /** Only the platform says that a key is destroyed, and enters what has to be. */
    record OnlyThePlatform() implements ErasureRefusal {
        @Override
        public String slug() {
            return "forbidden-role";
        }

        @Override
        public Message message() {
            return Message.of("删除的执行情况只由平台记录。", "That an erasure was carried out is recorded by the platform alone.");
        }
    }

    /** No key of personal data. */
    record NoKey() implements ErasureRefusal {
        @Override
        public String slug() {
            return "malformed-request";
        }

        @Override
        public Message message() {
            return Message.of("须写明删除何人的个人信息。", "Say whose personal data is to be erased.");
        }
    }

    /** The law that asks for it was not named. */
    record NoLegalGround() implements ErasureRefusal {
        @Override
        public String slug() {
            return "malformed-request";
        }

        @Override
        public Message message() {
            return Message.of("须写明依据的规定及条款。", "Name the rule and the article that it rests on.");
        }
    }
}
