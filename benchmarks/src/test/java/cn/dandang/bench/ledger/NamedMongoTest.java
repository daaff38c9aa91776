package cn.dandang.bench.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.bench.standin.StandIn;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Measuring on a server that somebody names: another server than our own stand-in, here one all the same. */
class NamedMongoTest {

    @TempDir
    private Path place;

    @Test
    void figures_of_a_named_server_have_names_of_their_own_say_what_it_is_and_leave_nothing_there() throws Exception {
        PrintStream realOut = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (StandIn server = StandIn.inMemory(); MongoClient client = MongoClients.create(server.uri())) {
            client.getDatabase("somebodys").getCollection("things").insertOne(new Document("_id", 1));
            System.setOut(new PrintStream(said, true, UTF_8));
            try {
                new CommandLine(new LedgerBench()).execute("--mongodb", server.uri(), "--only", "mongodb_append64_vs_axon_mongo", "--pairs", "1", "--seconds", "0.2",
                        "--data", place.resolve("data").toString(), "--report", place.toString());
            } finally {
                System.setOut(realOut);
            }
            assertThat(said.toString(UTF_8).lines().filter(line -> line.startsWith("figure "))).hasSize(4).allMatch(line -> line.startsWith("figure mongodb_append"));
            String page = Files.readString(place.resolve("performance.md"));
            assertThat(page).contains("Measured on MongoDB ").contains("storage engine").contains("at 127.0.0.1:").contains("DANDANG_TEST_MONGODB_URI=mongodb://... ./dandang bench ledger --only mongodb_append64_vs_axon_mongo")
                    .doesNotContain("stand-in");
            assertThat(client.listDatabaseNames().into(new ArrayList<>())).as("our own databases are gone, nobody else's").contains("somebodys").noneMatch(name -> name.startsWith("dandang_bench_"));
        }
    }

    @Test
    void a_password_is_not_taken_from_the_command_line() {
        CommandLine quiet = new CommandLine(new LedgerBench()).setErr(new PrintWriter(Writer.nullWriter()));
        assertThat(quiet.execute("--mongodb", "mongodb://a:very-secret@127.0.0.1:1/", "--only", "mongodb_append64_vs_axon_mongo")).isEqualTo(CommandLine.ExitCode.USAGE);
    }
}
