/**
 * Verifies ledgers from outside: from their files, from exports, or from running services.
 * Everything is recomputed here; no service's own word is taken.
 */
@NullMarked
package cn.dandang.deploy.audit;

import org.jspecify.annotations.NullMarked;
