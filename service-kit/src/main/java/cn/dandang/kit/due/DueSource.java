package cn.dandang.kit.due;

import cn.dandang.kit.publishing.RecordedEvent;

/** Tells from the events what is due. A bean per feature with deadlines; called for every event of the own ledger from the first on. */
public interface DueSource {

    void on(RecordedEvent event, DueList due);
}
