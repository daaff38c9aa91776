/**
 * The five-minute tokens by which services know who asks.
 * The gateway is the one issuer; its public key is read from /internal/jwks.
 */
@NullMarked
package cn.dandang.gateway.token;

import org.jspecify.annotations.NullMarked;
