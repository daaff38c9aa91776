/**
 * Loads the demonstration data through the public API.
 * Loading twice changes nothing.
 */
@NullMarked
package cn.dandang.deploy.demo;

import org.jspecify.annotations.NullMarked;
