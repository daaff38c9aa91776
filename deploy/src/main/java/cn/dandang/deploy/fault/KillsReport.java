package cn.dandang.deploy.fault;

import java.util.List;

/**
 * What a run of kills came to.
 *
 * @param kills        how many processes were killed
 * @param acknowledged how many orders were acknowledged
 * @param faults       what was found wrong; empty is what was promised
 */
public record KillsReport(int kills, int acknowledged, List<Fault> faults) {

    public KillsReport {
        faults = List.copyOf(faults);
    }

    public long count(Fault.Kind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).count();
    }
}
