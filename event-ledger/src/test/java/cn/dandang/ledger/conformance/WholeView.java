package cn.dandang.ledger.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dandang.ledger.Ledger;
import cn.dandang.ledger.LedgerExport;
import cn.dandang.ledger.Recorded;
import cn.dandang.ledger.TreeHead;
import cn.dandang.ledger.tiles.LedgerTiles;
import cn.dandang.ledger.tiles.TilePath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Everything that anybody can read of a ledger, as text: two ledgers with equal views cannot be told apart.
 *
 * @param records every record in order, as position and bytes
 * @param streams every stream, read whole, from its second version on, and its last version
 * @param byKey   positions by id and by once key
 * @param since   the first position at or after the time of each record
 * @param proofs  root, leaf and proofs of every position and size
 * @param bundles the records as a tile log hands them out
 * @param export  without the time at which it was made
 */
public record WholeView(TreeHead head, List<String> records, Map<String, String> streams, Map<String, Long> byKey, List<Long> since,
                        List<String> proofs, List<String> bundles, String export) {

    private static final HexFormat HEX = HexFormat.of();

    /** @param folder for tiles, in a cache of its own each time so that nothing is answered from before */
    public static WholeView of(Ledger ledger, Path folder) {
        List<Recorded> all = new ArrayList<>();
        ledger.readVerified(0, all::add);
        List<String> records = new ArrayList<>();
        ledger.read(0, Long.MAX_VALUE, recorded -> records.add(text(recorded)));
        Map<String, String> streams = new TreeMap<>();
        Map<String, Long> byKey = new TreeMap<>();
        List<Long> since = new ArrayList<>();
        for (Recorded recorded : all) {
            String stream = recorded.record().stream();
            streams.computeIfAbsent(stream, name -> ledger.readStream(name, 0).stream().map(WholeView::text).toList() + " " + ledger.readStream(name, 1, 2)
                    + " " + ledger.lastVersion(name));
            byKey.put("id " + recorded.record().id(), ledger.findById(recorded.record().id()).orElseThrow().position());
            byKey.put("once " + recorded.record().once(), ledger.findByOnce(recorded.record().once()).orElseThrow().position());
            since.add(ledger.firstPositionAtOrAfter(recorded.record().recordedAt()).orElse(-1));
        }
        LedgerTiles tiles = LedgerTiles.open(ledger, folder.resolve(UUID.randomUUID().toString()));
        return new WholeView(ledger.treeHead(), records, streams, byKey, since, proofs(tiles), bundles(tiles), export(ledger));
    }

    private static String text(Recorded recorded) {
        return recorded.position() + " " + HEX.formatHex(recorded.record().bytes());
    }

    private static List<String> proofs(LedgerTiles tiles) {
        List<String> proofs = new ArrayList<>();
        long size = tiles.head().size();
        for (long at = 0; at < size; at++) {
            proofs.add(HEX.formatHex(tiles.leaf(at)) + tiles.inclusion(at, size).stream().map(HEX::formatHex).toList());
            proofs.add(HEX.formatHex(tiles.root(at + 1)) + tiles.consistency(at + 1, size).stream().map(HEX::formatHex).toList());
        }
        return proofs;
    }

    private static List<String> bundles(LedgerTiles tiles) {
        List<String> bundles = new ArrayList<>();
        long size = tiles.head().size();
        for (long index = 0; index * TilePath.FULL < size; index++) {
            TilePath path = new TilePath(TilePath.RECORDS, index, TilePath.widthIn(0, index, size));
            bundles.add(path + " " + HEX.formatHex(tiles.content(path).orElseThrow()));
        }
        return bundles;
    }

    private static String export(Ledger ledger) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            LedgerExport.write(ledger, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8).replaceFirst("\"exportedAt\":\"[^\"]*\"", "");
    }
}
