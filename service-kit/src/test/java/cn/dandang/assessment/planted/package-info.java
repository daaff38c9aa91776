/**
 * Stands for another service in the proof of the architecture rules.
 * Nothing uses it but the planted violation.
 */
@NullMarked
package cn.dandang.assessment.planted;

import org.jspecify.annotations.NullMarked;
