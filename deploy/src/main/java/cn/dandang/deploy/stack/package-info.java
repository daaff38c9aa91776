/**
 * The processes of one installation: started in order, watched, ended in reverse.
 * Tests and the launcher use the same class, LocalStack.
 */
@NullMarked
package cn.dandang.deploy.stack;

import org.jspecify.annotations.NullMarked;
