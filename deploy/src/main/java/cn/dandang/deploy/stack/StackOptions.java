package cn.dandang.deploy.stack;

import java.util.Optional;

/**
 * How a stack is started.
 *
 * @param idsSeed         set → ids are the same in each run
 * @param adjustableClock whether business time may be moved
 * @param restartCrashed  whether a process that ends by itself is started again
 * @param kafkaBootstrap  set → that broker is used and none is started
 * @param mongodbUri      set → ledgers and views lie there
 * @param lasting         whether processes are compiled as for months, like the images, or start quickly
 */
public record StackOptions(
        Optional<Long> idsSeed, boolean adjustableClock, boolean restartCrashed, Optional<String> kafkaBootstrap, Optional<String> mongodbUri, boolean lasting) {

    /** As a person runs it: everything on this machine unless {@code KAFKA_BOOTSTRAP} or {@code MONGODB_URI} says otherwise. */
    public static StackOptions forPeople() {
        return new StackOptions(Optional.empty(), true, true, variable("KAFKA_BOOTSTRAP"), variable("MONGODB_URI"), false);
    }

    /** As tests and {@code check} run it: on its own broker and ledgers, with reproducible ids, and a crash stays a crash. */
    public static StackOptions forTests(long idsSeed) {
        return new StackOptions(Optional.of(idsSeed), true, false, Optional.empty(), Optional.empty(), false);
    }

    public StackOptions restartingCrashed(boolean restart) {
        return new StackOptions(idsSeed, adjustableClock, restart, kafkaBootstrap, mongodbUri, lasting);
    }

    /** Compiled as the images are: slower to start, and several times as quick after a minute. */
    public StackOptions compiledToLast() {
        return new StackOptions(idsSeed, adjustableClock, restartCrashed, kafkaBootstrap, mongodbUri, true);
    }

    /** With ledgers and views in this MongoDB. */
    public StackOptions storedIn(String uri) {
        return new StackOptions(idsSeed, adjustableClock, restartCrashed, kafkaBootstrap, Optional.of(uri), lasting);
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
