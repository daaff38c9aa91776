/**
 * An installation's own copies of the documents: imported by the policy official, approved by a second person, recorded with digest and date.
 * The text itself lies beside the ledger under its digest, so it can be checked and taken away without touching a record.
 */
@NullMarked
package cn.dandang.assessment.policytext;

import org.jspecify.annotations.NullMarked;
