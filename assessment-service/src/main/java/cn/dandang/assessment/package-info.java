/**
 * Assessment (考核): the register, the policy events, negative evaluations and what a selector may see of a candidate.
 * A matter that was tolerated leaves no trace in any view used to assess or select.
 */
@NullMarked
package cn.dandang.assessment;

import org.jspecify.annotations.NullMarked;
