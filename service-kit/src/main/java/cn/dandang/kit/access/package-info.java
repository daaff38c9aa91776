/**
 * Reads of the record by those who may read all of it, and every look at a matter, a part of one or a list of matters, each recorded before it is answered, in a ledger of its own beside the service's.
 * That ledger is signed and verified like any other and never published: in clarification even its length would tell of reports.
 */
@NullMarked
package cn.dandang.kit.access;

import org.jspecify.annotations.NullMarked;
