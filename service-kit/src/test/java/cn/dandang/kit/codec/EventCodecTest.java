package cn.dandang.kit.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dandang.kit.decision.DomainEvent;
import cn.dandang.kit.decision.EventName;
import cn.dandang.kit.loan.BookDecider;
import cn.dandang.kit.loan.BookDecider.BookEvent;
import cn.dandang.kit.loan.Library;
import cn.dandang.kit.loan.ReturnedKnowsLateness;
import cn.dandang.kit.personal.Sealed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    private final EventCodec codec = EventCodec.of(List.of(BookEvent.class, Shapes.class), List.of(new ReturnedKnowsLateness()));

    sealed interface Shapes extends DomainEvent {
        enum Colour { RED, DARK_GREEN }

        record Inner(String name, @Nullable Integer size) {}

        record Deep(List<Map<String, Sealed<String>>> notes) {}

        @EventName("test.shaped.v1")
        record Shaped(Instant at, LocalDate on, Colour colour, List<Inner> inner, @Nullable String absent, int count) implements Shapes {}

        @EventName("test.deep.v1")
        record WithDeep(Deep deep) implements Shapes {}
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_event_is_written_in_the_order_of_its_record_with_milliseconds_and_without_absent_values() {
        Shapes.Shaped event = new Shapes.Shaped(Instant.parse("2026-11-20T01:02:03Z"), LocalDate.of(2026, 11, 20), Shapes.Colour.DARK_GREEN, List.of(new Shapes.Inner("一", null)), null, 3);

        byte[] written = codec.encode(event);
        assertThat(text(written)).isEqualTo("{\"at\":\"2026-11-20T01:02:03.000Z\",\"on\":\"2026-11-20\",\"colour\":\"DARK_GREEN\",\"inner\":[{\"name\":\"一\"}],\"count\":3}");
        assertThat(codec.decode("test.shaped.v1", 1, written)).isEqualTo(event);
    }

    @Test
    void what_is_finer_than_a_millisecond_is_cut_off() {
        Shapes.Shaped event = new Shapes.Shaped(Instant.parse("2026-11-20T01:02:03.999999999Z"), LocalDate.EPOCH, Shapes.Colour.RED, List.of(), null, 0);
        assertThat(text(codec.encode(event))).contains("\"at\":\"2026-11-20T01:02:03.999Z\"");
    }

    @Test
    void an_unknown_field_is_left_alone_and_an_old_revision_is_lifted() {
        assertThat(codec.decode("loan.book-returned.v1", 1, bytes("{\"on\":\"2026-11-20\",\"by\":\"x\"}"))).isEqualTo(new BookEvent.Returned(LocalDate.of(2026, 11, 20), false));
    }

    @Test
    void a_missing_number_is_never_read_as_zero() {
        assertThatThrownBy(() -> codec.decode("test.shaped.v1", 1, bytes("{\"at\":\"2026-11-20T01:02:03.000Z\",\"on\":\"2026-11-20\",\"colour\":\"RED\",\"inner\":[]}")))
                .hasMessageContaining("count");
    }

    @Test
    void a_newer_revision_and_an_unknown_name_are_refused_in_words() {
        assertThatThrownBy(() -> codec.decode("loan.book-returned.v1", 3, bytes("{}"))).isInstanceOf(UnknownEventException.class).hasMessageContaining("reads nothing newer");
        assertThatThrownBy(() -> codec.decode("loan.unheard-of.v1", 1, bytes("{}"))).isInstanceOf(UnknownEventException.class).hasMessageContaining("loan.unheard-of.v1");
    }

    @Test
    void only_shapes_that_can_carry_a_sealed_value_are_personal_and_everything_of_reports_is_more() {
        assertThat(codec.classify(BookEvent.Lent.class)).isEqualTo(Envelope.Classification.PERSONAL);
        assertThat(codec.classify(Shapes.WithDeep.class)).isEqualTo(Envelope.Classification.PERSONAL);
        assertThat(codec.classify(BookEvent.Bought.class)).isEqualTo(Envelope.Classification.INTERNAL);
        assertThat(EventCodec.of(List.of(BookEvent.class), List.of(new ReturnedKnowsLateness())).ofReports().classify(BookEvent.Bought.class)).isEqualTo(Envelope.Classification.REPORT);
    }

    sealed interface Unpinned extends DomainEvent {
        record Nameless() implements Unpinned {}
    }

    sealed interface Doubled extends DomainEvent {
        @EventName("loan.book-bought.v1")
        record AlsoBought() implements Doubled {}
    }

    sealed interface Ahead extends DomainEvent {
        @EventName(value = "test.ahead.v1", revision = 3)
        record Leapt() implements Ahead {}
    }

    interface Open extends DomainEvent {}

    @Test
    void an_unpinned_or_doubled_name_an_open_family_and_a_missing_upcaster_stop_the_start() {
        assertThatThrownBy(() -> EventCodec.of(List.of(Unpinned.class), List.of())).hasMessageContaining("Nameless has no pinned name");
        assertThatThrownBy(() -> EventCodec.of(List.of(BookEvent.class, Doubled.class), List.of(new ReturnedKnowsLateness()))).hasMessageContaining("pinned to both");
        assertThatThrownBy(() -> EventCodec.of(List.of(Open.class), List.of())).hasMessageContaining("is open");
        assertThatThrownBy(() -> EventCodec.of(List.of(Ahead.class), List.of())).hasMessageContaining("no upcaster takes revision 1");
        assertThatThrownBy(() -> EventCodec.of(List.of(Shapes.class), List.of(new ReturnedKnowsLateness()))).hasMessageContaining("leads nowhere");
    }

    @Test
    void a_sealed_value_has_the_same_json_as_a_published_one() {
        assertThat(Json.text(Library.note())).isEqualTo(Json.text(Library.note().toText()));
        assertThat(Sealed.of(Library.note().toText())).isEqualTo(Library.note());
        assertThat(new BookDecider().events()).isEqualTo(BookEvent.class);
    }
}
