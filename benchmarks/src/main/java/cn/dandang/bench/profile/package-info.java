/**
 * Where the time of a measured run went: samples of a flight recording, told by purpose, by frame and as a flame graph.
 * It knows the classes that are measured by name only.
 */
@NullMarked
package cn.dandang.bench.profile;

import org.jspecify.annotations.NullMarked;
