/**
 * What is left when the processes have done their work: ledgers and topics, read by their own readers.
 * No service's word is taken for it.
 */
@NullMarked
package cn.dandang.deploy.evidence;

import org.jspecify.annotations.NullMarked;
