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
 * @param roomy           whether processes may take several times the memory, for the rows that a long load leaves
 */
public record StackOptions(
        Optional<Long> idsSeed, boolean adjustableClock, boolean restartCrashed, Optional<String> kafkaBootstrap, Optional<String> mongodbUri, boolean roomy) {

    /** As a person runs it: everything on this machine unless {@code KAFKA_BOOTSTRAP} or {@code MONGODB_URI} says otherwise. */
    public static StackOptions forPeople() {
        return new StackOptions(Optional.empty(), true, true, variable("KAFKA_BOOTSTRAP"), variable("MONGODB_URI"), false);
    }

    /** As tests and {@code check} run it: on its own broker and ledgers, with reproducible ids, and a crash stays a crash. */
    public static StackOptions forTests(long idsSeed) {
        return new StackOptions(Optional.of(idsSeed), true, false, Optional.empty(), Optional.empty(), false);
    }

    public StackOptions restartingCrashed(boolean restart) {
        return new StackOptions(idsSeed, adjustableClock, restart, kafkaBootstrap, mongodbUri, roomy);
    }

    /** With memory for the rows of a load that no demonstration makes. */
    public StackOptions withRoom() {
        return new StackOptions(idsSeed, adjustableClock, restartCrashed, kafkaBootstrap, mongodbUri, true);
    }

    /** With ledgers and views in this MongoDB. */
    public StackOptions storedIn(String uri) {
        return new StackOptions(idsSeed, adjustableClock, restartCrashed, kafkaBootstrap, Optional.of(uri), roomy);
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
