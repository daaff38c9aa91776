/**
 * Who may sign in, and in which office he then acts.
 * Local accounts exist only in profile local; elsewhere an account is made of an identity provider's claims.
 */
@NullMarked
package cn.dandang.gateway.account;

import org.jspecify.annotations.NullMarked;
