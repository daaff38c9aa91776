package cn.dandang.kit.register;

import cn.dandang.contracts.RegisterFact;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;

/** The register as this process knows it now. Each call gives one immutable snapshot. */
public final class CurrentRegister {
    private final AtomicReference<Register> register = new AtomicReference<>(Register.empty());

    public Register register() {
        return register.get();
    }

    void add(Collection<? extends RegisterFact> entries) {
        register.updateAndGet(held -> held.withAll(entries));
    }
}
