package cn.dandang.kit.reconcile;

import cn.dandang.contracts.FactLeaf;
import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.codec.Json;
import java.util.HexFormat;

/**
 * One published fact in a list to be compared.
 *
 * @param position as it is told to others
 * @param leaf     {@link FactLeaf}, hexadecimal
 */
public record FactLine(String topic, String id, long position, int part, String type, String key, String leaf) {

    public static FactLine of(String topic, String id, long position, int part, PublishedFact fact) {
        return new FactLine(topic, id, position, part, fact.type(), fact.rootCase(), HexFormat.of().formatHex(FactLeaf.hash(id, fact.type(), fact.rootCase(), Json.bytes(fact))));
    }
}
