/**
 * Signing in and out, and the session that stands for it.
 * The browser holds a session cookie and a CSRF cookie, never a token.
 */
@NullMarked
package cn.dandang.gateway.session;

import org.jspecify.annotations.NullMarked;
