package cn.dandang.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Records of a ledger file by position. It keeps the last batch, since neighbours are often asked for one after the other. */
final class SqliteRecords implements AutoCloseable {

    private final PreparedStatement batchHolding;
    private final ArchiveFolder archive;
    private long first;
    private long next;
    private byte[] packed = new byte[0];
    private int[] offsets = new int[0];

    SqliteRecords(Connection connection, ArchiveFolder archive) throws SQLException {
        this.archive = archive;
        batchHolding = connection.prepareStatement(
                "SELECT first, count, records FROM batch WHERE first <= ? ORDER BY first DESC LIMIT 1");
    }

    Held at(long position) throws SQLException {
        if (position < first || position >= next) {
            load(position);
        }
        return PackedRecords.recordAt(position, packed, offsets[(int) (position - first)], archive);
    }

    private void load(long position) throws SQLException {
        batchHolding.setLong(1, position);
        try (ResultSet row = batchHolding.executeQuery()) {
            if (!row.next() || position >= row.getLong(1) + row.getInt(2)) {
                throw new LedgerCorruptException("A key points at position " + position + ", where there is no record");
            }
            first = row.getLong(1);
            next = first + row.getInt(2);
            packed = row.getBytes(3);
            offsets = PackedRecords.offsets(packed);
        }
        if (offsets.length != next - first) {
            throw new LedgerCorruptException("The batch at position " + first + " says that it has " + (next - first)
                    + " records and has " + offsets.length);
        }
    }

    @Override
    public void close() throws SQLException {
        batchHolding.close();
    }
}
