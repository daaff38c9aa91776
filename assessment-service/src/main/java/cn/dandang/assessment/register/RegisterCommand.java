package cn.dandang.assessment.register;

import cn.dandang.contracts.RegisterFact.AuthorityRegistered;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.decision.Command;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Orders to the register. Ids are the caller's; the same entry again changes nothing, a changed one replaces the earlier. */
sealed interface RegisterCommand extends Command {
    /** The place whose organisation department keeps the entry. */
    String jurisdiction();

    record RegisterUnit(String id, String name, String kind, String jurisdiction, @Nullable String code, @Nullable String parent, boolean demonstration) implements RegisterCommand {
        @Override
        public String stream() {
            return "register-unit-" + id;
        }
    }

    record RegisterPerson(String id, Sealed<String> name, String jurisdiction, boolean demonstration) implements RegisterCommand {
        @Override
        public String stream() {
            return "register-person-" + id;
        }
    }

    record RegisterPost(String id, String person, String unit, String title, @Nullable String postLevel, @Nullable String rank, LocalDate from, @Nullable LocalDate to,
                        String jurisdiction) implements RegisterCommand {
        @Override
        public String stream() {
            return "register-post-" + id;
        }
    }

    record RegisterAuthority(String id, String person, String body, AuthorityRegistered.Role role, LocalDate from, @Nullable LocalDate to, String jurisdiction) implements RegisterCommand {
        @Override
        public String stream() {
            return "register-authority-" + id;
        }
    }
}
