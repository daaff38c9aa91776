/**
 * What a selector may see of a candidate, the flags raised by officers, and the other rules they looked at.
 * Nothing that was annulled or tolerated appears here: no tag, no gap, no count.
 */
@NullMarked
package cn.dandang.assessment.candidate;

import org.jspecify.annotations.NullMarked;
