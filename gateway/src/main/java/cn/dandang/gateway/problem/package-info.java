/**
 * Errors as RFC 9457 problems, in Chinese and English.
 * Nothing inside the gateway answers an error in another form.
 */
@NullMarked
package cn.dandang.gateway.problem;

import org.jspecify.annotations.NullMarked;
