/**
 * What holds for every request: trace, limits, security headers, the console's files.
 * Nothing here knows a service.
 */
@NullMarked
package cn.dandang.gateway.web;

import org.jspecify.annotations.NullMarked;
