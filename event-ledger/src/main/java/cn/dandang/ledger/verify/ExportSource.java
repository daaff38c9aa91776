package cn.dandang.ledger.verify;

import java.io.IOException;
import java.io.InputStream;

/** An export that can be read from its beginning, more than once. */
@FunctionalInterface
public interface ExportSource {
    InputStream open() throws IOException;
}
