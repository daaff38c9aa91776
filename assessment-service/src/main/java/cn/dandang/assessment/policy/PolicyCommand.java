package cn.dandang.assessment.policy;

import cn.dandang.kit.decision.Command;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Orders to the policy register. */
sealed interface PolicyCommand extends Command {

    /** Enters the date from which an undated document is applied, and where the date was taken from. */
    record DateDocument(String document, LocalDate effectiveFrom, String source, boolean demonstration) implements PolicyCommand {
        @Override
        public String stream() {
            return PolicyCommand.documentStream(document);
        }
    }

    /** Chooses between the readings of an unclear clause, for one place, from today on. */
    record ConfirmReading(String reading, String jurisdiction, String choice, String reason, boolean demonstration) implements PolicyCommand {
        @Override
        public String stream() {
            return PolicyCommand.readingStream(reading, jurisdiction);
        }
    }

    static String documentStream(String document) {
        return "policy-document-" + named("document/" + document);
    }

    static String readingStream(String reading, String jurisdiction) {
        return "policy-reading-" + named("reading/" + jurisdiction + "/" + reading);
    }

    /** Documents and readings have names, streams have UUIDs: the same name gives the same UUID. */
    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("urn:dandang:policy:" + name).getBytes(StandardCharsets.UTF_8));
    }
}
