package cn.dandang.ledger;

import cn.dandang.ledger.tree.Rfc6962;

/** A record whose bytes are at hand. */
final class InlineRecord extends EncodedRecord {

    private final LedgerRecord record;
    private final byte[] bytes;
    private byte[] leafHash = new byte[0];

    InlineRecord(LedgerRecord record, byte[] bytes) {
        this.record = record;
        this.bytes = bytes;
    }

    @Override
    public RecordHead head() {
        return record;
    }

    @Override
    public LedgerRecord record() {
        return record;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public byte[] leafHash() {
        if (leafHash.length == 0) {
            leafHash = Rfc6962.leafHash(bytes);
        }
        return leafHash;
    }

    @Override
    byte[] stored() {
        return bytes;
    }
}
