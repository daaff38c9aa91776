package cn.dandang.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceFilterTest {

    @Test
    void a_log_line_carries_the_kind_of_a_path_and_no_id() {
        assertThat(TraceFilter.withoutIds("/api/tolerance/v1/tolerance-cases/0195d3a0-0002/decision")).isEqualTo("/api/tolerance/v1/tolerance-cases/{id}/decision");
        assertThat(TraceFilter.withoutIds("/api/oversight/v1/dossiers/0195d3a0-0002-7200")).isEqualTo("/api/oversight/v1/dossiers/{id}");
        assertThat(TraceFilter.withoutIds("/api/tolerance/v1/todos")).isEqualTo("/api/tolerance/v1/todos");
        assertThat(TraceFilter.withoutIds("/api/session")).isEqualTo("/api/session");
        assertThat(TraceFilter.withoutIds("/api/张三")).isEqualTo("/api/…");
        assertThat(TraceFilter.withoutIds("/api/T1/v1/x")).isEqualTo("/api/…");
    }
}
