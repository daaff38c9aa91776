/**
 * Erasure of personal data by law: proposed by one person, ordered by another on a named legal ground, recorded, and carried out by destroying the key.
 * What was ordered is carried out again at every start before anything is served, so that no backup brings a key back.
 */
@NullMarked
package cn.dandang.kit.erasure;

import org.jspecify.annotations.NullMarked;
