/**
 * What is owed to a reporter when a reported matter ends: feedback, an explanation within a range, or a question to a person.
 * No limit in days is in the documents: it is UNSET.
 */
@NullMarked
package cn.dandang.clarification.feedback;

import org.jspecify.annotations.NullMarked;
