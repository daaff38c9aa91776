/**
 * Scenarios that play the installation through its public API.
 * Each expectation is one printed line.
 */
@NullMarked
package cn.dandang.deploy.check;

import org.jspecify.annotations.NullMarked;
