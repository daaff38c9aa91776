/**
 * The Kafka broker of a local run, as a process that ends with its parent.
 * One node is broker and controller; its log lies in the data folder.
 */
@NullMarked
package cn.dandang.deploy.broker;

import org.jspecify.annotations.NullMarked;
