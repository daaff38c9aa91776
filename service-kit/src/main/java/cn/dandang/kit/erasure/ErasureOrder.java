package cn.dandang.kit.erasure;

import cn.dandang.kit.decision.Command;
import cn.dandang.kit.orders.Streams;
import cn.dandang.kit.personal.Sealed;
import org.jspecify.annotations.Nullable;

/** Orders to erase, and what the platform enters of them. */
sealed interface ErasureOrder extends Command {

    /**
     * Proposes an erasure.
     *
     * @param key          whose data: the key that would be destroyed
     * @param jurisdiction whose bodies decide
     * @param rule         the law or rule that asks for it, as the official names it
     * @param article      its article, as the official names it
     * @param reason       sealed under the official's own key, so that it outlives the erased one
     */
    record ProposeErasure(String stream, String key, String jurisdiction, String rule, String article, Sealed<String> reason) implements ErasureOrder {}

    /**
     * Orders a proposed erasure.
     *
     * @param commitment SHA-256 of the key that will be destroyed; null when none was ever made
     */
    record ErasePersonalData(String stream, @Nullable String commitment, Sealed<String> reason) implements ErasureOrder {}

    /** Declines a proposed erasure. */
    record DeclineErasure(String stream, Sealed<String> reason) implements ErasureOrder {}

    /** Enters an ordered erasure in the list that every start carries out again; in the same append as the order. */
    record EnterErasure(String erasure, String key) implements ErasureOrder {
        @Override
        public String stream() {
            return ErasureDecider.LIST;
        }
    }

    /** The key is destroyed: said by the platform alone. */
    record ConcludeErasure(String stream) implements ErasureOrder {}

    /** The stream of an erasure. */
    static String streamOf(String id) {
        return Streams.of(ErasureDecider.KIND, id);
    }
}
