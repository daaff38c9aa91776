/**
 * The running service over HTTP: a real server, a real ledger file, a real broker, tokens signed as the gateway signs them.
 * Only the gateway and the other services are not there.
 */
@NullMarked
package cn.dandang.tolerance.service;

import org.jspecify.annotations.NullMarked;
