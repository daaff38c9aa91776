package cn.dandang.kit.view;

import cn.dandang.kit.publishing.RecordedEvent;

/**
 * Builds one view from the own ledger. Writes only to collections of {@link Views} under its own name; then a redelivered event changes
 * nothing and the view can be rebuilt beside the live one.
 */
public interface Projection {

    /** Name of the view; its collections are {@code views.of(name())}. */
    String name();

    /** Takes the next event of the ledger. Must not depend on anything but the view and the event. */
    void on(RecordedEvent event);
}
