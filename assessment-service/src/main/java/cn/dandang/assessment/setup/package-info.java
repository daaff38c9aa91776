/**
 * Setting up a place for real use: every optional pack is answered, then one official proposes the opening and another approves it.
 * Until then no new matter begins there; nothing that began is touched.
 */
@NullMarked
package cn.dandang.assessment.setup;

import org.jspecify.annotations.NullMarked;
