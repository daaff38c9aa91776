package cn.dandang.kit.view;

import cn.dandang.contracts.PublishedFact;
import cn.dandang.kit.publishing.FactReceived;

/**
 * Builds one view from the fact topics of all publishers. Facts of one root case come in order, facts of different cases in any order:
 * any interleaving must end in the same view.
 */
public interface FactProjection {

    /** Name of the view; its collections are {@code views.of(name())}. */
    String name();

    void on(FactReceived<? extends PublishedFact> fact);
}
