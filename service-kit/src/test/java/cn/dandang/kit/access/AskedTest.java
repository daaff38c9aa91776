package cn.dandang.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "/api/tolerance/v1/tolerance-cases?cadre=0195d3a0-0002-7200-8000-000000000001&limit=50&state=GRANTED",
        "/api/oversight/v1/dashboards/tolerance/cases?from=2024-05&jurisdiction=371000&to=2024-05-31",
        "/api/oversight/v1/audit/events/tolerance/123456/0", "/api/tolerance/v1/ledger/tile/entries/x001/234.p/12",
        "/api/assessment/v1/policy/mechanisms/weihai.situation.6", "/api/assessment/v1/archive/files/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "tolerance-cases/c9"})
    void routes_ids_states_places_numbers_and_days_stand_in_the_open(String what) {
        assertThat(Asked.withoutText(what)).isEqualTo(what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/api/tolerance/v1/tolerance-cases?cadre=冯敬之&limit=50 | /api/tolerance/v1/tolerance-cases?cadre=…&limit=50",
        "/api/tolerance/v1/tolerance-cases?cadre=fengjingzhi | /api/tolerance/v1/tolerance-cases?cadre=…",
        "/api/tolerance/v1/tolerance-cases?cadre=冯&敬之=1&x | /api/tolerance/v1/tolerance-cases?cadre=…&…&…",
        "/api/assessment/v1/candidates/%E5%86%AF%E6%95%AC%E4%B9%8B | /api/assessment/v1/candidates/…",
        "/api/assessment/v1/candidates/370000197001011234 | /api/assessment/v1/candidates/…",
        "/api/assessment/v1/register/persons?phone=13800000000 | /api/assessment/v1/register/persons?phone=…",
        "冯敬之的档案 | …"})
    void a_name_and_a_persons_number_do_not(String what, String open) {
        assertThat(Asked.withoutText(what)).isEqualTo(open);
    }
}
