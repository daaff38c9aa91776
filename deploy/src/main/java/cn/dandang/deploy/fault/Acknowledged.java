package cn.dandang.deploy.fault;

/**
 * An order that was acknowledged.
 *
 * @param sender   who sent it, one order after the other
 * @param key      its idempotency key
 * @param attempts how often it was asked until it was answered
 * @param position of its last event
 * @param version  of its stream after it
 * @param id       id of its stream without the kind
 */
record Acknowledged(String sender, String service, String path, String key, int attempts, long position, long version, String id) {}
