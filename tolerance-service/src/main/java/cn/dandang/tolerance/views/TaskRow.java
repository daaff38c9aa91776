package cn.dandang.tolerance.views;

import cn.dandang.contracts.Ground;
import cn.dandang.kit.personal.Sealed;
import cn.dandang.tolerance.rectification.RectificationCommand.Matter;
import cn.dandang.tolerance.rectification.RectificationEvent.ConsequenceFound;
import cn.dandang.tolerance.rectification.RectificationEvent.RectificationSubmitted;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A correction as its pages show it. Changed by its projection only. */
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, getterVisibility = JsonAutoDetect.Visibility.NONE, isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class TaskRow {
    public String id = "";
    public long version;
    /** Progress alone: ORDERED, IN_PROGRESS, SUBMITTED, REJECTED, COMPLETED, CLOSED. */
    public String progress = "ORDERED";
    /** As shown: progress, or what hangs over it. */
    public String state = "ORDERED";
    public String jurisdiction = "";
    public String cadre = "";
    public String unit = "";
    public String toleranceCase = "";
    public @Nullable Matter matter;
    public List<Sealed<String>> items = new ArrayList<>();
    public @Nullable Sealed<String> demands;
    public @Nullable LocalDate limit;
    public @Nullable LocalDate orderedOn;
    public @Nullable LocalDate overdueSince;
    public @Nullable ConsequenceFound consequence;
    public @Nullable Ground consequenceGround;
    public boolean consequenceOpen;
    public boolean escalated;
    public @Nullable Ground ground;
    public List<RectificationSubmitted> submissions = new ArrayList<>();
    public List<LogRow> log = new ArrayList<>();
}
