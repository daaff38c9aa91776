package cn.dandang.assessment.consulted;

import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Which other rules were looked at when a question ended in silence, counted by place. */
public final class Consultations {
    private final Views views;
    private final String view;

    /** @param view the name of the view that keeps them */
    public Consultations(Views views, String view) {
        this.views = views;
        this.view = view;
    }

    /** @param last the last day on which it was recorded */
    public record Looked(String jurisdiction, String rule, int count, LocalDate last) {}

    private ViewCollection<Looked> rows() {
        return views.of(view).collection("rules", Looked.class);
    }

    /** What was looked at in this place. */
    public List<Looked> in(String jurisdiction) {
        return rows().list(Filter.eq("jurisdiction", jurisdiction));
    }

    /** Counts one look. */
    public void count(String jurisdiction, String rule, LocalDate on) {
        String id = UUID.nameUUIDFromBytes((jurisdiction + "/" + rule).getBytes(StandardCharsets.UTF_8)).toString();
        rows().update(id, row -> row == null ? new Looked(jurisdiction, rule, 1, on) : new Looked(row.jurisdiction(), row.rule(), row.count() + 1, on.isAfter(row.last()) ? on : row.last()));
    }
}
