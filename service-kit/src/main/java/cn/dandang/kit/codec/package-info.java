/**
 * How events and values become JSON and come back: pinned names and revisions, never a class name.
 * One mapper for the ledger, the wire and the API.
 */
@NullMarked
package cn.dandang.kit.codec;

import org.jspecify.annotations.NullMarked;
