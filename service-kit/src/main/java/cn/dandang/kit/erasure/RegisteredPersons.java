package cn.dandang.kit.erasure;

import cn.dandang.contracts.RegisterFact;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.register.CurrentRegister;
import java.util.Optional;

/** The persons of the register, for the service that keeps it. */
public final class RegisteredPersons implements ErasureSubjects {
    private final CurrentRegister register;

    public RegisteredPersons(CurrentRegister register) {
        this.register = register;
    }

    @Override
    public ErasureKind kind() {
        return ErasureKind.PERSON;
    }

    @Override
    public Optional<String> jurisdiction(String subject, Actor actor) {
        return register.register().person(subject).map(RegisterFact.PersonRegistered::jurisdiction);
    }
}
