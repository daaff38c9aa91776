/**
 * States of long streams, kept beside the ledger so that a stream need not be read from its first event: they change speed and nothing else.
 * A kept state opens only beside the very record it was taken after, for the very code that took it; otherwise the stream is read whole.
 */
@NullMarked
package cn.dandang.kit.snapshot;

import org.jspecify.annotations.NullMarked;
