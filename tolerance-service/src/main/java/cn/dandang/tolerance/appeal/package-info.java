/**
 * 申诉案: the cadre's objection to the finding where the documents state an appeal, and what his unit says beside it.
 * Somebody who neither investigated nor decided reviews it; no date is enforced because none is stated.
 */
@NullMarked
package cn.dandang.tolerance.appeal;

import org.jspecify.annotations.NullMarked;
