/**
 * One person, one dossier (一人一档), rebuilt from the published facts.
 * Annulled and tolerated matters are in the person's own view and the auditor's only; a working view has no tag, no gap and no count of them.
 */
@NullMarked
package cn.dandang.oversight.dossier;

import org.jspecify.annotations.NullMarked;
