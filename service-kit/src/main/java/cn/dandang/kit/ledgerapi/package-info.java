/**
 * The ledger as auditors see it: its head, its records as they are stored, and the verdict of recomputing them.
 * Nothing here opens a sealed value.
 */
@NullMarked
package cn.dandang.kit.ledgerapi;

import org.jspecify.annotations.NullMarked;
