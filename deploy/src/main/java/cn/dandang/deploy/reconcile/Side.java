package cn.dandang.deploy.reconcile;

import cn.dandang.ledger.tree.CompactRange;
import java.util.HexFormat;
import java.util.List;

/** Number of facts in one place and the RFC 6962 root over their leaves in the order of position and part. */
public record Side(long count, String root) {

    static Side of(List<Fact> facts) {
        HexFormat hex = HexFormat.of();
        CompactRange range = CompactRange.empty().appendAll(facts.stream().sorted(Fact.IN_ORDER).map(fact -> hex.parseHex(fact.leaf())).toList());
        return new Side(range.size(), hex.formatHex(range.root()));
    }
}
