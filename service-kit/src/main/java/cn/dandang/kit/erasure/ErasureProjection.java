package cn.dandang.kit.erasure;

import cn.dandang.kit.erasure.ErasureEvent.ErasureDeclined;
import cn.dandang.kit.erasure.ErasureEvent.ErasureOrdered;
import cn.dandang.kit.erasure.ErasureEvent.ErasureProposed;
import cn.dandang.kit.erasure.ErasureEvent.PersonalDataErased;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.view.Projection;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The erasures of a service, proposed, declined and carried out. */
final class ErasureProjection implements Projection {
    private static final String NAME = "erasures";
    private final ViewCollection<ErasureRow> erasures;

    ErasureProjection(Views views) {
        erasures = views.of(NAME).collection("erasures", ErasureRow.class);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void on(RecordedEvent event) {
        switch (event.event()) {
            case ErasureProposed proposed -> erasures.save(event.streamId(), new ErasureRow(event.streamId(), event.version(), proposed.key(), proposed.jurisdiction(), proposed.rule(),
                    proposed.article(), ErasureRow.State.PROPOSED, proposed.reason(), null, proposed.proposedBy(), proposed.proposedOn(), null, null, null));
            case ErasureOrdered ordered -> erasures.update(event.streamId(), row -> row == null ? null : row.ordered(event.version(), ordered));
            case ErasureDeclined declined -> erasures.update(event.streamId(), row -> row == null ? null : row.declined(event.version(), declined));
            case PersonalDataErased erased -> erasures.update(event.streamId(), row -> row == null ? null : row.carriedOut(event.version()));
            default -> { }
        }
    }

    Optional<ErasureRow> find(String id) {
        return erasures.find(id);
    }

    /** @param jurisdiction null for all */
    List<ErasureRow> page(@Nullable String jurisdiction, @Nullable String after, int limit) {
        return jurisdiction == null ? erasures.page(after, limit) : erasures.page(after, limit, Filter.eq("jurisdiction", jurisdiction));
    }
}
