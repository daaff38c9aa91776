package cn.dandang.kit.personal;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Rotates the master key of a key folder, as a program of its own: services that use the folder go on meanwhile. */
public final class RotateMasterKey {
    private RotateMasterKey() {}

    /** @param arguments the key folder */
    public static void main(String[] arguments) {
        int wrapped = new LocalKeyStore(Path.of(arguments[0])).rotateMasterKey();
        LoggerFactory.getLogger(RotateMasterKey.class).info("主密钥已轮换，重新包裹 {} 个密钥。 The master key was rotated; {} keys were wrapped anew.", wrapped, wrapped);
    }
}
