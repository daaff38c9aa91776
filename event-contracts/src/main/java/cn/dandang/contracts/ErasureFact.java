package cn.dandang.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Erasures of cadres' personal data, on a topic that is kept for ever: whoever holds a copy of the key, or an opened value, destroys it. */
public sealed interface ErasureFact extends PublishedFact {

    /**
     * 个人信息已依法删除. The root case is the person's id.
     *
     * @param key        id of the destroyed key; values sealed under it open nowhere any more
     * @param rule       the law or rule on which it rests, as the deciding official named it
     * @param article    its article, as he named it
     * @param commitment SHA-256 of the destroyed key, hexadecimal; null when no key was ever made
     */
    @FactType("erasure.person.v1")
    record PersonErased(String rootCase, String key, String jurisdiction, String rule, String article, @Nullable String commitment, LocalDate erasedOn) implements ErasureFact {}
}
