/**
 * The console in a real browser, as people use it.
 * Nothing here knows the services but through what the page shows and the public API answers.
 */
@NullMarked
package cn.dandang.deploy.browser;

import org.jspecify.annotations.NullMarked;
