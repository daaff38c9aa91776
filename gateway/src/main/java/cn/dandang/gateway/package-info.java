/**
 * The only door from outside: sign-in, routes to the services, and the console's files.
 * It knows accounts, tokens and paths, and nothing of the domain.
 */
@NullMarked
package cn.dandang.gateway;

import org.jspecify.annotations.NullMarked;
