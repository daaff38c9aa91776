package cn.dandang.assessment.register;

import cn.dandang.assessment.register.RegisterRows.PersonRow;
import cn.dandang.assessment.register.RegisterRows.Post;
import cn.dandang.assessment.register.RegisterRows.UnitRow;
import cn.dandang.kit.publishing.RecordedEvent;
import cn.dandang.kit.view.Projection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Builds the register's lists. Posts and persons may come in any order. */
@Component
final class RegisterProjection implements Projection {
    private final RegisterRows rows;

    RegisterProjection(RegisterRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return RegisterRows.VIEW;
    }

    @Override
    public void on(RecordedEvent recorded) {
        switch (recorded.event()) {
            case RegisterEvent.UnitRegistered unit -> rows.units().save(unit.id(),
                    new UnitRow(unit.id(), recorded.version(), unit.name(), unit.kind(), unit.jurisdiction(), unit.code(), unit.parent(), unit.demonstration()));
            case RegisterEvent.PersonRegistered person -> rows.persons().update(person.id(), row -> new PersonRow(person.id(), recorded.version(), person.name(), person.jurisdiction(),
                    person.demonstration(), row == null ? List.of() : row.posts()));
            case RegisterEvent.PostRegistered post -> rows.persons().update(post.person(), row -> (row == null ? PersonRow.unnamed(post.person()) : row)
                    .with(new Post(post.id(), post.unit(), post.title(), post.postLevel(), post.rank(), post.from(), post.to())));
            default -> { }
        }
    }
}
