package cn.dandang.incentive;

import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.register.CurrentRegister;
import org.springframework.stereotype.Component;

/** Names for screens, opened at the edge. */
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


    /** Seals a text about a person under his key. */
    public Sealed<String> sealed(String person, String record, String field, String text) {
        return personal.seal("person:" + person, record, field, text);
    }

    public String text(Sealed<String> sealed) {
        return personal.text(sealed);
    }
}
