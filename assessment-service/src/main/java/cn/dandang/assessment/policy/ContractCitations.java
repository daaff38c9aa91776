package cn.dandang.assessment.policy;

import cn.dandang.contracts.Citation;

/** A clause as policy-rules cites it, as it travels. */
final class ContractCitations {
    private ContractCitations() {}

    static Citation of(cn.dandang.policy.Citation clause) {
        return new Citation(clause.document(), clause.place(), clause.quote());
    }
}
