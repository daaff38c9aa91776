package cn.dandang.deploy.stack;

import java.nio.file.Path;
import java.util.List;

/** How an application's jar is run. */
final class AotCaches {

    List<String> brokerOptions() {
        return List.of();
    }

    List<String> application(String name, Path jar) {
        return List.of("-jar", jar.toString());
    }
}
