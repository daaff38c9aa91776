package cn.dandang.policy.data;

import cn.dandang.policy.PolicyData;
import cn.dandang.policy.PolicySource;

/** The data that lie in this jar. */
public final class RegisteredPolicy implements PolicySource {

    @Override
    public PolicyData load() {
        return PolicyFiles.load();
    }
}
