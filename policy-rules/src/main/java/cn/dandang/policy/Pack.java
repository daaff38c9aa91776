package cn.dandang.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outside rules that a jurisdiction may switch on. None is on by default.
 *
 * @param notShipped why it is only listed by name; null when its parameters are here
 */
public record Pack(String id, Message name, List<PackParameter> parameters, @Nullable Message notShipped) {

    public boolean shipped() {
        return notShipped == null;
    }
}
