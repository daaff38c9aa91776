/**
 * Backups of ledgers and keys while everything runs, kept in two places, and their restoring into a fresh data folder.
 * A restored ledger proves itself against kept checkpoints; a restored key folder takes over every erasure that is known anywhere.
 */
@NullMarked
package cn.dandang.deploy.backup;

import org.jspecify.annotations.NullMarked;
