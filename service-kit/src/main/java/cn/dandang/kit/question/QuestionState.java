package cn.dandang.kit.question;

/** Where a question stands. */
public sealed interface QuestionState {

    /** Never asked. */
    record NotAsked() implements QuestionState {}

    /** Waits for a person. A later confirmation of its reading does not answer it. */
    record Open(QuestionEvent.QuestionAsked asked) implements QuestionState {}

    /** Answered, for good. */
    record Answered(QuestionEvent.QuestionAsked asked, boolean accepted) implements QuestionState {}
}
