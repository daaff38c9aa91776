/** What the pages under docs promise about the code. */
@NullMarked
package cn.dandang.deploy.docs;

import org.jspecify.annotations.NullMarked;
