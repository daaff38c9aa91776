package cn.dandang.tolerance.api;

import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.register.CurrentRegister;
import cn.dandang.policy.Message;
import cn.dandang.tolerance.views.LogRow;
import cn.dandang.kit.clock.BusinessClock;
import cn.dandang.contracts.Ground;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ids with the names that the register knows for them. */
@Component
final class Names {
    private final CurrentRegister register;
    private final PersonalData personal;
    private final BusinessClock clock;

    Names(CurrentRegister register, PersonalData personal, BusinessClock clock) {
        this.register = register;
        this.personal = personal;
        this.clock = clock;
    }

    /** A person or unit. @param name null where the register knows none @param title of the post a person holds today */
    record Named(String id, @Nullable String name, @Nullable String title) {}

    /** A line of history for a screen. */
    record Log(Instant at, LocalDate on, String type, Message label, Named by, @Nullable Ground ground) {}

    Named person(String id) {
        if (id.equals("system")) {
            return new Named(id, "平台", null);
        }
        @Nullable String name = register.register().person(id).map(known -> personal.text(known.name())).orElse(null);
        @Nullable String title = register.register().posts(id, clock.today()).stream().map(RegisterFact.PostRegistered::title).findFirst().orElse(null);
        return new Named(id, name, title);
    }

    List<Named> persons(List<String> ids) {
        return ids.stream().map(this::person).toList();
    }

    Named unit(String id) {
        return new Named(id, register.register().unit(id).map(RegisterFact.UnitRegistered::name).orElse(null), null);
    }

    List<Log> log(List<LogRow> rows) {
        return rows.stream().map(row -> new Log(row.at(), LocalDate.ofInstant(row.at(), BusinessClock.LEGAL_ZONE), row.type(), row.label(), person(row.by()), row.ground())).toList();
    }
}
