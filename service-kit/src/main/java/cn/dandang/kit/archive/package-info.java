/**
 * Archiving of matters that were closed long ago: which streams it takes, the endpoint that orders it, and the health of the archive files.
 * What archiving does to the ledger is the ledger's own affair.
 */
@NullMarked
package cn.dandang.kit.archive;

import org.jspecify.annotations.NullMarked;
