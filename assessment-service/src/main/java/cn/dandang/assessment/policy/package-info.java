/**
 * The policy events: dates of undated documents and confirmed readings, entered by the policy official of the place with a source or reason.
 * Published for all services; this service, too, knows its rules from that topic alone.
 */
@NullMarked
package cn.dandang.assessment.policy;

import org.jspecify.annotations.NullMarked;
