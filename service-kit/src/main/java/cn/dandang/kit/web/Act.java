package cn.dandang.kit.web;

import cn.dandang.contracts.Citation;
import cn.dandang.policy.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the actor may do this now, and why not. @param act last part of the order's path */
public record Act(String act, Message label, boolean allowed, @Nullable Message reason, List<Citation> clauses) {}
