package cn.dandang.policy.quotes;

import cn.dandang.policy.PolicySnapshot;
import java.nio.file.Path;

/** Checks every quotation of the data against the text of its own clause. */
public final class QuotationCheck {

    private QuotationCheck() {
    }

    /**
     * Reads {@code central.txt, shandong.txt, anhui.txt, guizhou.txt, weihai.txt} from the folder. A file that is not there is reported,
     * never passed over.
     */
    public static QuotationReport check(Path folder, PolicySnapshot policy) {
        throw new UnsupportedOperationException();
    }
}
