package cn.dandang.policy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final List<String> DOCUMENTS = List.of("中", "鲁", "皖", "黔", "威");
    private static final Map<String, Object> TABLES = Example.map(Examples.yaml(Path.of("src", "test", "resources", "catalogue", "tables-17.yaml")).get("tables"));
    private static final List<Examples.Cell> CELLS = Examples.cells();

    @Test
    @DisplayName("every cell of tables 17.1 to 17.6 that differs between two jurisdictions has an example: the list of cells without one is empty")
    void no_cell_that_differs_is_without_an_example() {
        Set<String> asked = new HashSet<>();
        CELLS.forEach(cell -> asked.add(cell.table() + " " + cell.row() + " " + cell.document()));
        var without = new ArrayList<String>();
        int differing = 0;
        for (var table : TABLES.entrySet()) {
            for (var row : Example.map(table.getValue()).entrySet()) {
                List<String> values = Example.texts(row.getValue());
                assertThat(values).as(table.getKey() + " " + row.getKey()).hasSameSizeAs(DOCUMENTS);
                for (int i = 0; i < values.size(); i++) {
                    String value = values.get(i);
                    if (values.stream().anyMatch(other -> !other.equals(value))) {
                        differing++;
                        String cell = table.getKey() + " " + row.getKey() + " " + DOCUMENTS.get(i);
                        if (!asked.contains(cell)) {
                            without.add(cell);
                        }
                    }
                }
            }
        }
        assertThat(without).isEmpty();
        assertThat(differing).isGreaterThan(250);
    }

    @Test
    void no_example_asks_a_cell_that_no_table_has() {
        for (Examples.Cell cell : CELLS) {
            assertThat(Example.map(TABLES.get(cell.table()))).as(cell.example().toString()).containsKey(cell.row());
        }
    }

    @Test
    @DisplayName("a place that says something and one that is silent are never shown by the same expectation")
    void the_examples_of_a_row_show_its_difference() {
        var alike = new TreeSet<String>();
        for (Examples.Cell one : CELLS) {
            List<String> values = Example.texts(Example.map(TABLES.get(one.table())).get(one.row()));
            for (Examples.Cell other : CELLS) {
                boolean sameRow = one.table().equals(other.table()) && one.row().equals(other.row());
                if (sameRow && states(values, one) && !states(values, other) && one.example().given().equals(other.example().given())
                        && one.example().expect().equals(other.example().expect())) {
                    alike.add(one.example() + " / " + other.example());
                }
            }
        }
        assertThat(alike).isEmpty();
    }

    private static String value(List<String> values, Examples.Cell cell) {
        return values.get(DOCUMENTS.indexOf(cell.document()));
    }

    private static boolean states(List<String> values, Examples.Cell cell) {
        String value = value(values, cell);
        return !value.startsWith("NOT_STATED") && !value.startsWith("LOST") && !value.equals("—");
    }
}
