package cn.dandang.kit.erasure;

/** Where an erasure stands. */
sealed interface ErasureState {

    /** Not proposed; also the list, which has no state but its entries. */
    record None() implements ErasureState {}

    /** Waits for a second person. */
    record Proposed(ErasureEvent.ErasureProposed proposal) implements ErasureState {}

    /** Decided; the key may or may not be destroyed yet. */
    record Ordered(ErasureEvent.ErasureOrdered order) implements ErasureState {}

    /** Not agreed to; a new proposal is another erasure. */
    record Declined(ErasureEvent.ErasureDeclined declined) implements ErasureState {}

    /** The key is destroyed. */
    record CarriedOut(ErasureEvent.PersonalDataErased erased) implements ErasureState {}
}
