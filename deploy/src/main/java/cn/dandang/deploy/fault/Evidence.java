package cn.dandang.deploy.fault;

import cn.dandang.deploy.evidence.Entry;
import cn.dandang.deploy.evidence.OnTheWire;
import java.util.List;
import java.util.Map;

/**
 * What is left to be counted.
 *
 * @param acknowledged each sender's orders in the order of their answers
 * @param ledgers      all records by service
 * @param facts        the published facts of all topics, partition by partition
 * @param listed       ids of the facts that oversight lists to the auditor
 * @param tolerated    what each granted case had to undo
 */
record Evidence(List<Acknowledged> acknowledged, Map<String, List<Entry>> ledgers, List<OnTheWire> facts, List<String> listed, List<Tolerated> tolerated) {

    /** A case that was decided with an exemption, the evaluation and the nomination that its fact had caused. */
    record Tolerated(String toleranceCase, String evaluation, String nomination) {}

    List<Entry> ledger(String service) {
        return ledgers.getOrDefault(service, List.of());
    }
}
