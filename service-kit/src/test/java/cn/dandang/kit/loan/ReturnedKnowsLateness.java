package cn.dandang.kit.loan;

import cn.dandang.kit.codec.Upcaster;
import tools.jackson.databind.node.ObjectNode;

/** Revision 1 did not say whether a book came back late; then none was. */
public final class ReturnedKnowsLateness implements Upcaster {
    @Override
    public String name() {
        return "loan.book-returned.v1";
    }

    @Override
    public int from() {
        return 1;
    }

    @Override
    public ObjectNode up(ObjectNode payload) {
        return payload.put("late", false);
    }
}
