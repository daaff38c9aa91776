package cn.dandang.kit.decision;

import cn.dandang.kit.register.Register;
import cn.dandang.policy.PolicySnapshot;
import java.time.Instant;
import java.time.LocalDate;

/**
 * All that a decision may know beyond order and state.
 *
 * @param actedAt  business time of the act
 * @param today    legal date, Asia/Shanghai
 * @param policy   the rules in force with their recorded dates and confirmed readings
 * @param register who is who, where, under whose management authority
 */
public record Circumstances(Actor actor, Instant actedAt, LocalDate today, PolicySnapshot policy, Register register) {}
