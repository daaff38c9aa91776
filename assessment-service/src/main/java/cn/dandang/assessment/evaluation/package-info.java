/**
 * Negative evaluations (负面评价): an adverse judgement on a cadre that cites a fact, names its source and is shown to him.
 * It blocks nothing by itself; annulled it is out of every working view.
 */
@NullMarked
package cn.dandang.assessment.evaluation;

import org.jspecify.annotations.NullMarked;
