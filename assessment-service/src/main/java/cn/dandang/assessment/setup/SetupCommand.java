package cn.dandang.assessment.setup;

import cn.dandang.kit.decision.Command;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Orders to the setup of one place. */
sealed interface SetupCommand extends Command {
    String jurisdiction();

    @Override
    default String stream() {
        return SetupCommand.stream(jurisdiction());
    }

    /** @param demonstration whether the answers behind it are demonstration data */
    record ProposeOpening(String jurisdiction, String reason, boolean demonstration) implements SetupCommand {}

    record ReviewOpening(String jurisdiction, boolean approve, String reason) implements SetupCommand {}

    /** Places have codes, streams have UUIDs: the same code gives the same UUID. */
    static String stream(String jurisdiction) {
        return PlaceSetups.KIND + "-" + UUID.nameUUIDFromBytes(("urn:dandang:place:" + jurisdiction).getBytes(StandardCharsets.UTF_8));
    }
}
