package cn.dandang.kit.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.access.ReadEvent.ReadRecorded;
import cn.dandang.kit.codec.Json;
import org.junit.jupiter.api.Test;

class StoredReadTest {

    @Test
    void a_read_recorded_before_lists_were_counted_says_that_it_knows_no_number() {
        ReadRecorded read = Json.read("""
                {"person":"p","office":"o","place":"371000","what":"/api/tolerance/v1/tolerance-cases?cadre=c","manner":"LOOKED","at":"2026-11-20T01:00:00.000Z"}""".getBytes(UTF_8), ReadRecorded.class);

        assertThat(read.rows()).isNull();
        assertThat(read.asked()).isNull();
        assertThat(read.what()).isEqualTo("/api/tolerance/v1/tolerance-cases?cadre=c");
        assertThat(new String(Json.bytes(read), UTF_8)).doesNotContain("rows", "asked");
    }
}
