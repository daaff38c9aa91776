package cn.dandang.policy;

import java.time.LocalDate;

/** What a cell says on a day: the words in force, and beside them each number that was published after those words and is another than they may print. */
final class WordsInForce {
    private final PolicySnapshot policy;
    private final PolicyRule registered;
    private final LocalDate asOf;
    private PolicyRule words;
    private LocalDate wordedOn = LocalDate.MIN;

    WordsInForce(PolicySnapshot policy, PolicyRule registered, LocalDate asOf) {
        this.policy = policy;
        this.registered = registered;
        this.asOf = asOf;
        this.words = registered;
    }

    PolicyRule cell() {
        for (RuleRevision revision : policy.revisions(registered.id())) {
            if (!revision.from().isAfter(asOf)) {
                words = revision.of(registered);
                wordedOn = revision.from();
            }
        }
        return words.answer() != Answered.NOT_STATED ? besideNumbers() : words;
    }

    private PolicyRule besideNumbers() {
        PolicyRule then = words;
        boolean numbered = true;
        for (Parameter parameter : policy.catalogue().inTheWordsOf(registered)) {
            Parameter now = policy.inForce(parameter, asOf);
            numbered &= now.isStated();
            then = now.isSameValueAs(policy.inForce(parameter, wordedOn)) ? then : then.beside(now);
        }
        // where several words stand in one clause, the question is open until each of them has its number
        return words.answer() == Answered.UNSET && numbered && then != words ? then.settled() : then;
    }
}
