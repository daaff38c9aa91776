/**
 * The printed book of the rules: clause beside rule beside examples, in Chinese, as HTML and PDF.
 * Made from the registered data alone; the text of a clause only where its reader gives his own copy.
 */
@NullMarked
package cn.dandang.deploy.book;

import org.jspecify.annotations.NullMarked;
