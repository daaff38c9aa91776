package cn.dandang.oversight.looks;

import cn.dandang.kit.decision.Command;
import cn.dandang.kit.personal.Sealed;
import org.jspecify.annotations.Nullable;

/** Orders to the ledger of looks. */
public sealed interface LookCommand extends Command {

    /**
     * Somebody is about to see a person's record.
     *
     * @param look   id of the look
     * @param what   which page, {@code dossier}
     * @param person whose record
     * @param reason why, as he gave it, sealed under the person's key; null where none is asked (his own record)
     */
    record RecordLook(String look, String what, String person, @Nullable Sealed<String> reason) implements LookCommand {
        @Override
        public String stream() {
            return LookDecider.KIND + "-" + look;
        }
    }
}
