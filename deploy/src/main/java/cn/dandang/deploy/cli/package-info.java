/**
 * The command line.
 * Every error is one sentence in Chinese and English with its own exit code.
 */
@NullMarked
package cn.dandang.deploy.cli;

import org.jspecify.annotations.NullMarked;
