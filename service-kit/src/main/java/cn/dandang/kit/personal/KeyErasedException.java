package cn.dandang.kit.personal;

/** Nothing can be sealed under a key that was erased by law. */
public final class KeyErasedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyErasedException(String keyId) {
        super("The key " + keyId + " was erased by law; nothing new can be sealed under it.");
    }
}
