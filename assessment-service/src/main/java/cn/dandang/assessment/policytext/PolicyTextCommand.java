package cn.dandang.assessment.policytext;

import cn.dandang.kit.decision.Command;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Orders about the copies of documents. */
sealed interface PolicyTextCommand extends Command {
    String document();

    @Override
    default String stream() {
        return streamOf(document());
    }

    /**
     * Records a copy. It is shown to nobody before a second person approved it.
     *
     * @param digest     SHA-256 of the text as it lies in the store
     * @param quotations quotations of the rules that were compared with it
     * @param differing  how many of them it does not have in their place
     */
    record ImportText(String document, String digest, int characters, int places, int quotations, int differing, String source) implements PolicyTextCommand {}

    /** Approves the copy with this digest: from now on it is shown beside the rules. */
    record ApproveText(String document, String digest) implements PolicyTextCommand {}

    /** Documents have names, streams have UUIDs: the same name gives the same UUID. */
    static String streamOf(String document) {
        return "policy-text-" + UUID.nameUUIDFromBytes(("urn:dandang:policy:text/" + document).getBytes(StandardCharsets.UTF_8));
    }
}
