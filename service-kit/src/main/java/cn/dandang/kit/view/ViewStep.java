package cn.dandang.kit.view;

import cn.dandang.kit.boot.StartPhase;
import cn.dandang.kit.boot.StartStep;
import cn.dandang.ledger.Ledger;
import java.time.Duration;

/** The step of the start that brings the views to the head seen at its beginning. */
final class ViewStep implements StartStep {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final LedgerViews ledgerViews;
    private final FactViews factViews;
    private final Ledger ledger;

    ViewStep(LedgerViews ledgerViews, FactViews factViews, Ledger ledger) {
        this.ledgerViews = ledgerViews;
        this.factViews = factViews;
        this.ledger = ledger;
    }

    @Override
    public StartPhase phase() {
        return StartPhase.VIEWS;
    }

    @Override
    public String name() {
        return "views";
    }

    @Override
    public void start(Progress progress) throws InterruptedException {
        long head = ledger.head();
        ledgerViews.start();
        factViews.start();
        while (!ledgerViews.awaitAtLeast(head - 1, LOOK)) {
            requireWorking();
            progress.at((ledgerViews.position() + 1) + " of " + head + " records");
        }
        while (!factViews.awaitEnd(LOOK)) {
            requireWorking();
            progress.at(factViews.remaining() < 0 ? "waiting for the brokers" : factViews.remaining() + " facts left");
        }
    }

    private void requireWorking() {
        if (!ledgerViews.working() || !factViews.working()) {
            throw new IllegalStateException("A view cannot be built; the log says which and why.");
        }
    }

    @Override
    public void stop() {
        ledgerViews.close();
        factViews.close();
    }
}
