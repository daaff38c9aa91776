package cn.dandang.clarification;

import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.register.CurrentRegister;
import org.springframework.stereotype.Component;

/** Names and texts for screens, opened at the edge. */
@Component
public final class People {
    private final CurrentRegister register;
    private final PersonalData personal;

    People(CurrentRegister register, PersonalData personal) {
        this.register = register;
        this.personal = personal;
    }

    public PersonRef ref(String id) {
        return new PersonRef(id, register.register().person(id).map(RegisterFact.PersonRegistered::name).map(personal::text).orElse(null));
    }

    /** Seals what belongs to a report under the key of its reporter, which this service alone opens. */
    public <T> Sealed<T> sealed(String report, String record, String field, T value) {
        return personal.seal("reporter:" + report, record, field, value);
    }

    public String text(Sealed<String> sealed) {
        return personal.text(sealed);
    }
}
