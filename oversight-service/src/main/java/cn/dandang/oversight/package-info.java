/**
 * The read side: dossiers, dashboards and the audit page, rebuilt from what the services publish.
 * Takes no business orders; keeps one ledger of its own, of who looked at what.
 */
@NullMarked
package cn.dandang.oversight;

import org.jspecify.annotations.NullMarked;
