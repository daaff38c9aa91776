package cn.dandang.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void head_and_largest_lag_are_read() {
        Figures figures = Figures.parse("""
                # HELP dandang_ledger_head records
                # TYPE dandang_ledger_head gauge
                dandang_ledger_head{service="tolerance"} 1234.0
                dandang_ledger_head_other 9
                dandang_view_lag_records{view="a"} 0.0
                dandang_view_lag_records{view="b"} 1.7E1
                """);
        assertThat(figures).isEqualTo(new Figures("1234", "-", "17"));
        assertThat(Figures.parse("")).isEqualTo(Figures.NONE);
    }
}
