package cn.dandang.tolerance.views;

import cn.dandang.contracts.Ground;
import cn.dandang.tolerance.accountability.AccountabilityEvent.Screening;
import cn.dandang.tolerance.accountability.MeasureKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An accountability case as its pages show it. */
public record AccountabilityRow(String id, long version, String state, String jurisdiction, String body, String factId, String cadre, String unit, @Nullable MeasureKind proposedMeasure,
                                @Nullable MeasureKind measure, Screening screening, @Nullable String toleranceCase, Ground ground, LocalDate openedOn, List<LogRow> log) {}
