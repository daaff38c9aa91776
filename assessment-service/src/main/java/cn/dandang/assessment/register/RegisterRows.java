package cn.dandang.assessment.register;

import cn.dandang.kit.personal.Sealed;
import cn.dandang.kit.view.ViewCollection;
import cn.dandang.kit.view.Views;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register as lists. */
@Component
final class RegisterRows {
    static final String VIEW = "register";
    private final Views views;

    RegisterRows(Views views) {
        this.views = views;
    }

    record UnitRow(String id, long version, String name, String kind, String jurisdiction, @Nullable String code, @Nullable String parent, boolean demonstration) {}

    /** @param jurisdiction null while only a post is known of him */
    record PersonRow(String id, long version, @Nullable Sealed<String> name, @Nullable String jurisdiction, boolean demonstration, List<Post> posts) {
        PersonRow {
            posts = List.copyOf(posts);
        }

        static PersonRow unnamed(String id) {
            return new PersonRow(id, -1, null, null, false, List.of());
        }

        PersonRow with(Post post) {
            List<Post> next = new ArrayList<>(posts);
            next.removeIf(held -> held.id().equals(post.id()));
            next.add(post);
            return new PersonRow(id, version, name, jurisdiction, demonstration, next);
        }
    }

    record Post(String id, String unit, String title, @Nullable String postLevel, @Nullable String rank, LocalDate from, @Nullable LocalDate to) {}

    ViewCollection<UnitRow> units() {
        return views.of(VIEW).collection("units", UnitRow.class);
    }

    ViewCollection<PersonRow> persons() {
        return views.of(VIEW).collection("persons", PersonRow.class);
    }
}
