/**
 * Looks at a person's record, each recorded before it is answered.
 * The person himself and the auditor can see who looked.
 */
@NullMarked
package cn.dandang.oversight.looks;

import org.jspecify.annotations.NullMarked;
