/**
 * What is owed to a reporter when a reported matter ends.
 * Real-name and anonymous reporters are two paths; no limit in days is stated in the documents.
 */
@NullMarked
package cn.dandang.policy.feedback;

import org.jspecify.annotations.NullMarked;
