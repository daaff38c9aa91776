package cn.dandang.kit.impact;

import cn.dandang.policy.Message;
import java.time.LocalDate;
import java.util.List;

/**
 * A record and what it asks the rules.
 *
 * @param day       by which its rules are taken: of the decision, or today for what is open
 * @param questions keys of the questions
 * @param packs     packs of outside rules that are looked at for it
 */
public record Matter(String kind, String id, Message title, String jurisdiction, LocalDate day, boolean open, List<String> questions, List<String> packs) {}
