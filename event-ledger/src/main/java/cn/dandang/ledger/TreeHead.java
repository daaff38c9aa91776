package cn.dandang.ledger;

import java.util.Arrays;
import java.util.HexFormat;

/** Number of records in the ledger and the RFC 6962 root over them. */
public record TreeHead(long size, byte[] root) {

    /** The root as lower-case hexadecimal text. */
    public String rootHex() {
        return HexFormat.of().formatHex(root);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHead that && size == that.size && Arrays.equals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size);
    }

    @Override
    public String toString() {
        return size + ":" + rootHex();
    }
}
