package cn.dandang.kit.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A digest of all our classes that this process runs. What makes a state of events is spread over decider, state, events, upcasters and what
 * they call; nobody has to remember to raise a number when any of it changes.
 */
final class CodeVersion {
    private static final String ROOT = "cn/dandang/";

    private CodeVersion() {}

    /** 64 hexadecimal digits; reads some megabytes, so not on the way of a request. */
    static String ofThisProcess() {
        return of(CodeVersion.class.getClassLoader(), ROOT);
    }

    static String of(ClassLoader classes, String root) {
        try {
            Map<String, Resource> sorted = new TreeMap<>();
            for (Resource found : new PathMatchingResourcePatternResolver(classes).getResources("classpath*:" + root + "**/*.class")) {
                String url = found.getURL().toString();
                sorted.put(url.substring(url.lastIndexOf(root)), found);
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, Resource> each : sorted.entrySet()) {
                digest.update((each.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(each.getValue().getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("The classes of this process cannot be read.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
