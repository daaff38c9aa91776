package cn.dandang.policy;

import java.time.LocalDate;

/** A named official's answer, for one jurisdiction, whether a pack of outside rules is used there; "off" is an answer too and needs its reason. */
public record PackSwitch(String pack, String jurisdiction, boolean on, LocalDate from, String byPerson, String reason) {
}
