/**
 * A small client of the public API: one session for each account.
 * It uses only what a browser could use.
 */
@NullMarked
package cn.dandang.deploy.api;

import org.jspecify.annotations.NullMarked;
