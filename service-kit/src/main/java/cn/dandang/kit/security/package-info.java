/**
 * Who may do what: tokens of the gateway, the actor they name, and the checks that edge and decisions share.
 * A role is held in an office; a wrong jurisdiction compares offices, an own case compares persons.
 */
@NullMarked
package cn.dandang.kit.security;

import org.jspecify.annotations.NullMarked;
