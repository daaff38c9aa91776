package cn.dandang.kit.app;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dandang.kit.boot.StartPhases;
import cn.dandang.kit.codec.Json;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Command;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.loan.BookDecider;
import cn.dandang.kit.loan.BookDecider.BookCommand;
import cn.dandang.kit.loan.Library;
import cn.dandang.kit.loan.ReaderDecider;
import cn.dandang.kit.loan.ReaderDecider.ReaderCommand;
import cn.dandang.kit.orders.Order;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Streams;
import cn.dandang.kit.personal.PersonalData;
import cn.dandang.kit.testing.TestGateway;
import cn.dandang.ledger.Ledger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A service archives the matters that it calls closed, and nobody who asks it can tell. */
class ArchivedLoanServiceTest {
    private static final Actor AUDITOR = new Actor("person-auditor", "office-9", "unit-9", "000000", Set.of(Role.AUDITOR));

    @TempDir
    private Path folder;
    private TestGateway gateway;
    private HttpClient http;
    private ConfigurableApplicationContext context;

    @BeforeEach
    void start() throws Exception {
        gateway = new TestGateway();
        http = HttpClient.newHttpClient();
        open();
    }

    private void open() throws Exception {
        context = new SpringApplicationBuilder(LoanService.class).run("--dandang.service=loan", "--dandang.data-dir=" + folder, "--dandang.tokens.jwks-uri=" + gateway.jwksUri(),
                "--server.port=0", "--management.server.port=0", "--logging.structured.format.console=");
        assertThat(context.getBean(StartPhases.class).awaitReady(60, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void stop() {
        context.close();
        http.close();
        gateway.close();
    }

    private record Reply(int status, String body) {
        JsonNode at(String pointer) {
            return Json.mapper().readTree(body).at(pointer);
        }
    }

    private Reply call(Actor actor, String port, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty(port) + path))
                .header("Authorization", "Bearer " + gateway.token(actor, "loan")).header("Idempotency-Key", UUID.randomUUID().toString()).header("Content-Type", "application/json");
        HttpResponse<String> response = http.send((body.isEmpty() ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body))).build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }

    private Reply get(Actor actor, String path) throws Exception {
        return call(actor, "local.server.port", "/api/loan/v1" + path, "");
    }

    private Reply order(Actor actor, int days, boolean dryRun) throws Exception {
        return call(actor, "local.server.port", "/api/loan/v1/archive/runs", "{\"olderThanDays\":" + days + ",\"dryRun\":" + dryRun + "}");
    }

    private JsonNode archived(int days, boolean dryRun) throws Exception {
        assertThat(order(AUDITOR, days, dryRun).status()).isEqualTo(202);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !get(AUDITOR, "/archive").at("/run/state").asString().equals("RUNNING"));
        JsonNode run = get(AUDITOR, "/archive").at("/run");
        assertThat(run.at("/state").asString()).as(run.toString()).isEqualTo("DONE");
        return run;
    }

    private String health() throws Exception {
        return call(AUDITOR, "local.management.port", "/actuator/health/archive", "").at("/status").asString();
    }

    private void send(Command... commands) {
        for (Command command : commands) {
            context.getBean(Orders.class).send(Order.of(Library.OFFICER, List.of(command)));
        }
    }

    /** A stream of a book that was lent and came back. */
    private String returned() {
        String stream = Streams.of(BookDecider.KIND, UUID.randomUUID().toString());
        send(new BookCommand.Buy(stream, "治要"), new BookCommand.Lend(stream, "r1", Library.note()), new BookCommand.Return(stream));
        return stream;
    }

    private Path archiveFile() throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("ledger").resolve("loan.archive"))) {
            return files.toList().getFirst();
        }
    }

    @Test
    void closed_matters_are_archived_and_everything_is_answered_as_before() throws Exception {
        String closed = returned();
        String lent = Streams.of(BookDecider.KIND, UUID.randomUUID().toString());
        String card = Streams.of(ReaderDecider.KIND, UUID.randomUUID().toString());
        send(new BookCommand.Buy(lent, "左传"), new BookCommand.Lend(lent, "r2", Library.note()), new ReaderCommand.Take(card, lent), new ReaderCommand.GiveBack(card, lent));
        String book = "/books/" + Streams.id(closed);
        Reply before = get(Library.OFFICER, book);
        String root = context.getBean(Ledger.class).treeHead().rootHex();
        String export = withoutTime(get(AUDITOR, "/ledger/export"));

        assertThat(order(Library.OFFICER, 0, true).status()).isEqualTo(403);
        assertThat(get(Library.OFFICER, "/archive").status()).isEqualTo(403);
        assertThat(order(AUDITOR, -1, true).status()).isEqualTo(400);
        assertThat(archived(1, false).at("/streams").asInt()).as("nothing is a day old").isZero();
        JsonNode preview = archived(0, true);
        assertThat(preview.at("/streams").asInt()).as("neither the book that is lent nor a card, which never ends").isEqualTo(1);
        assertThat(preview.at("/records").asInt()).isEqualTo(3);
        assertThat(folder.resolve("ledger").resolve("loan.archive")).doesNotExist();
        JsonNode run = archived(0, false);
        assertThat(run.at("/records").asInt()).isEqualTo(3);
        assertThat(run.at("/bytes")).isEqualTo(preview.at("/bytes"));
        assertThat(archiveFile().getFileName()).hasToString(run.at("/archives/0").asString() + ".archive");
        assertThat(get(AUDITOR, "/archive").at("/files/0/records").asInt()).isEqualTo(3);

        assertThat(get(Library.OFFICER, book)).isEqualTo(before);
        assertThat(context.getBean(Ledger.class).treeHead().rootHex()).isEqualTo(root);
        assertThat(withoutTime(get(AUDITOR, "/ledger/export"))).isEqualTo(export);
        assertThat(get(AUDITOR, "/ledger/verdict").at("/verdict").asString()).isEqualTo("OK");
        assertThat(get(AUDITOR, "/reads?limit=500").body()).contains("ARCHIVED", "/api/loan/v1/archive/runs?dryRun=false&olderThanDays=0", "/api/loan/v1/archive/files/" + run.at("/archives/0").asString());
        context.close();
        open();
        assertThat(get(Library.OFFICER, book)).isEqualTo(before);
        send(new BookCommand.Lend(closed, "r3", Library.note()));
        assertThat(context.getBean(Orders.class).version(closed)).isEqualTo(3);
        assertThat(archived(0, true).at("/streams").asInt()).as("it was opened again").isZero();
    }

    @Test
    void a_missing_file_is_said_with_its_name_and_position_and_heals() throws Exception {
        String closed = returned();
        String book = "/books/" + Streams.id(closed);
        archived(0, false);
        Path file = archiveFile();
        assertThat(health()).isEqualTo("UP");
        Path away = Files.move(file, folder.resolve("away"));
        Reply gone = get(Library.OFFICER, book);
        assertThat(gone.status()).isEqualTo(503);
        assertThat(gone.at("/messages/zh").asString()).contains("位置 0 ").contains(file.getFileName().toString()).contains("请从备份");
        assertThat(gone.at("/messages/en").asString()).contains("position 0 ").contains(file.getFileName().toString());
        assertThat(health()).isEqualTo("DOWN");
        assertThat(get(AUDITOR, "/archive").at("/problems/0/zh").asString()).contains(file.getFileName().toString());
        Reply verdict = get(AUDITOR, "/ledger/verdict");
        assertThat(verdict.at("/verdict").asString()).isEqualTo("BROKEN");
        assertThat(verdict.at("/firstBad/position").asLong()).isZero();
        String other = returned();
        assertThat(get(Library.OFFICER, "/books/" + Streams.id(other)).status()).as("the rest of the service goes on").isEqualTo(200);
        Files.move(away, file);
        assertThat(get(Library.OFFICER, book).status()).isEqualTo(200);
        assertThat(health()).isEqualTo("UP");
        assertThat(get(AUDITOR, "/ledger/verdict").at("/verdict").asString()).isEqualTo("OK");
    }

    @Test
    void what_is_sealed_stays_sealed_in_the_archive_and_goes_with_its_key() throws Exception {
        String canary = "金丝雀戊借书附言";
        PersonalData personal = context.getBean(PersonalData.class);
        String stream = Streams.of(BookDecider.KIND, UUID.randomUUID().toString());
        String book = "/books/" + Streams.id(stream);
        send(new BookCommand.Buy(stream, "治要"), new BookCommand.Lend(stream, "r9", personal.seal("person:r9", Streams.id(stream), "note", canary)), new BookCommand.Return(stream));
        archived(0, false);
        send(new BookCommand.Lend(stream, "r9", personal.seal("person:r9", Streams.id(stream), "note", canary)));
        assertThat(get(Library.OFFICER, book).at("/note").asString()).isEqualTo(canary);
        String root = context.getBean(Ledger.class).treeHead().rootHex();
        personal.erase("person:r9");
        assertThat(get(Library.OFFICER, book).at("/note").asString()).isEqualTo("已依法删除");
        assertThat(context.getBean(Ledger.class).treeHead().rootHex()).isEqualTo(root);
        assertThat(get(AUDITOR, "/ledger/verdict").at("/verdict").asString()).isEqualTo("OK");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).as(file.toString()).doesNotContain(canary);
            }
        }
        assertThat(new String(Files.readAllBytes(archiveFile()), StandardCharsets.UTF_8)).as("the search finds what is there").contains("loan.book-lent.v1", "person:r9");
    }

    private static String withoutTime(Reply export) {
        return export.body().replaceFirst("\"exportedAt\":\"[^\"]*\"", "");
    }
}
