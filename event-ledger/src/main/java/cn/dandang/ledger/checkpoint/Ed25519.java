package cn.dandang.ledger.checkpoint;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The JDK's own Ed25519, with keys in the 32 bytes of RFC 8032. */
final class Ed25519 {

    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;
    private static final String NAME = "Ed25519";
    /** What stands before the 32 bytes in the X.509 form of a public key (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {
    }

    /** A new key: its 32 private bytes and then its 32 public bytes. */
    static byte[][] generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(NAME).generateKeyPair();
            byte[] x509 = pair.getPublic().getEncoded();
            byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            return new byte[][] {seed, Arrays.copyOfRange(x509, X509.length, x509.length)};
        } catch (GeneralSecurityException e) {
            throw noEd25519(e);
        }
    }

    static byte[] sign(byte[] seed, byte[] message) {
        try {
            PrivateKey key = KeyFactory.getInstance(NAME).generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw noEd25519(e);
        }
    }

    static boolean verify(byte[] publicKey, byte[] message, byte[] signed) {
        if (signed.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            byte[] x509 = Arrays.copyOf(X509, X509.length + KEY_BYTES);
            System.arraycopy(publicKey, 0, x509, X509.length, KEY_BYTES);
            PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(x509));
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // bytes that are no point of the curve, or a signature that is out of range, verify nothing
            return false;
        }
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static IllegalStateException noEd25519(GeneralSecurityException e) {
        return new IllegalStateException("Every Java platform since 15 has Ed25519", e);
    }
}
