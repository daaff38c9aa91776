package cn.dandang.tolerance.views;

import cn.dandang.tolerance.appeal.Appeals.AppealEvent.AppealDecided;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent.AppealLodged;
import cn.dandang.tolerance.appeal.Appeals.AppealEvent.SupportingOpinionAttached;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An appeal as its pages show it. */
public record AppealRow(String id, long version, String state, String jurisdiction, String cadre, String unit, String toleranceCase, AppealLodged lodged,
                        List<SupportingOpinionAttached> opinions, @Nullable AppealDecided decided, List<LogRow> log) {}
