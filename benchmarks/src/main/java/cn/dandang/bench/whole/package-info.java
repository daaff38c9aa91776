/**
 * A whole installation under load, and a view built again from all its facts.
 * What is measured is what a person waits for, with the processes, stores and settings of a local run.
 */
@NullMarked
package cn.dandang.bench.whole;

import org.jspecify.annotations.NullMarked;
