package cn.dandang.bench.crash;

import cn.dandang.bench.measure.Figure;
import cn.dandang.deploy.fault.Fault.Kind;
import cn.dandang.deploy.fault.KillsReport;
import java.util.List;

/**
 * What a run of kills came to.
 *
 * @param tested false if the run did not do what it is for
 */
record CrashCount(long kills, long acknowledged, long lost, long doubled, long disordered, long unverified, boolean tested) {

    static CrashCount of(KillsReport report) {
        return new CrashCount(report.kills(), report.acknowledged(), report.count(Kind.LOST), report.count(Kind.DOUBLED),
                report.count(Kind.DISORDERED), report.count(Kind.UNVERIFIED), report.count(Kind.UNTESTED) == 0);
    }

    CrashCount plus(CrashCount other) {
        return new CrashCount(kills + other.kills, acknowledged + other.acknowledged, lost + other.lost, doubled + other.doubled,
                disordered + other.disordered, unverified + other.unverified, tested && other.tested);
    }

    boolean asPromised() {
        return tested && lost + doubled + disordered + unverified == 0;
    }

    List<Figure> figures() {
        return List.of(new Figure("kills", kills, "processes"), new Figure("acknowledged", acknowledged, "orders"), new Figure("lost", lost, "faults"),
                new Figure("doubled", doubled, "faults"), new Figure("disordered", disordered, "faults"), new Figure("unverified", unverified, "ledgers"));
    }
}
