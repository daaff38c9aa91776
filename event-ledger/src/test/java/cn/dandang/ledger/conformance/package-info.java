/**
 * What every ledger store promises, as suites to be extended by a store's own test. A store that does nothing fails each test.
 */
@NullMarked
package cn.dandang.ledger.conformance;

import org.jspecify.annotations.NullMarked;
