/**
 * The printed book holds everything that is entered.
 * Its PDF needs no browser.
 */
@NullMarked
package cn.dandang.deploy.book;

import org.jspecify.annotations.NullMarked;
