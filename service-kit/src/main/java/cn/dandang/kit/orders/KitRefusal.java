package cn.dandang.kit.orders;

import cn.dandang.kit.decision.Refusal;
import cn.dandang.policy.Message;

/** What the kit itself refuses, before any decision or at the append. */
public sealed interface KitRefusal extends Refusal {

    /** The stream has moved on since the caller read it. */
    record StaleVersion(long current) implements KitRefusal {
        @Override
        public String slug() {
            return "stale-version";
        }

        @Override
        public Message message() {
            return Message.of("内容已被更新（当前版本 " + current + "），请重新读取后再提交。", "It has changed since you read it (now at version " + current + "). Read it again, then submit.");
        }
    }

    /** Somebody else changed the same at the same time. */
    record LostRace() implements KitRefusal {
        @Override
        public String slug() {
            return "stale-version";
        }

        @Override
        public Message message() {
            return Message.of("同一时刻另有人提交了变更，请重新读取后再提交。", "Somebody else submitted a change at the same moment. Read it again, then submit.");
        }
    }

    /** The key was used for another request. */
    record IdempotencyConflict() implements KitRefusal {
        @Override
        public String slug() {
            return "idempotency-conflict";
        }

        @Override
        public Message message() {
            return Message.of("该幂等键已用于另一个请求；请换用新的 Idempotency-Key。", "This Idempotency-Key was used for another request. Use a new one.");
        }
    }

    /** More than the ledger takes in one piece. */
    record TooLarge(Message message) implements KitRefusal {
        @Override
        public String slug() {
            return "too-large";
        }
    }
}
