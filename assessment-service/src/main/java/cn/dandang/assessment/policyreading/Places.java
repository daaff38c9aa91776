package cn.dandang.assessment.policyreading;

import cn.dandang.kit.problem.ProblemException;
import cn.dandang.policy.Jurisdictions;
import cn.dandang.policy.PolicyDocument;
import cn.dandang.policy.PolicySnapshot;
import java.util.List;

/** Jurisdictions as a reader names them. */
final class Places {
    private Places() {}

    /** 400 unless it is a six-digit code. */
    static String code(String jurisdiction) {
        if (!jurisdiction.matches("\\d{6}")) {
            throw ProblemException.malformed("地区须为六位行政区划代码，例如 371000。", "A jurisdiction is a six-digit code, like 371000.");
        }
        return jurisdiction;
    }

    /** The codes of the documents of this place and of the levels above it. */
    static List<String> documents(PolicySnapshot policy, String jurisdiction) {
        return Jurisdictions.lineage(jurisdiction).stream().flatMap(level -> policy.documentOf(level).stream()).map(PolicyDocument::code).toList();
    }
}
