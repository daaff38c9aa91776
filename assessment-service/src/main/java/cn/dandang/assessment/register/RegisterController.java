package cn.dandang.assessment.register;

import cn.dandang.assessment.People;
import cn.dandang.assessment.register.RegisterCommand.RegisterAuthority;
import cn.dandang.assessment.register.RegisterCommand.RegisterPerson;
import cn.dandang.assessment.register.RegisterCommand.RegisterPost;
import cn.dandang.assessment.register.RegisterCommand.RegisterUnit;
import cn.dandang.assessment.register.RegisterRows.PersonRow;
import cn.dandang.assessment.register.RegisterRows.UnitRow;
import cn.dandang.contracts.RegisterFact.AuthorityRegistered;
import cn.dandang.kit.decision.Actor;
import cn.dandang.kit.decision.Role;
import cn.dandang.kit.orders.Orders;
import cn.dandang.kit.orders.Streams;
import cn.dandang.kit.problem.ProblemException;
import cn.dandang.kit.security.Access;
import cn.dandang.kit.view.Filter;
import cn.dandang.kit.web.Answer;
import cn.dandang.kit.web.Answers;
import cn.dandang.kit.web.Creation;
import cn.dandang.kit.web.Cursor;
import cn.dandang.kit.web.Listing;
import cn.dandang.kit.web.Requests;
import cn.dandang.kit.web.ViewPositions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register over HTTP. Ids are the caller's; the organisation department of a place keeps its entries. */
@RestController
@RequestMapping("/api/assessment/v1/register")
final class RegisterController {
    private static final String PLACE = "\\d{6}";
    private final Orders orders;
    private final RegisterRows rows;
    private final People people;
    private final ViewPositions positions;

    RegisterController(Orders orders, RegisterRows rows, People people, ViewPositions positions) {
        this.orders = orders;
        this.rows = rows;
        this.people = people;
        this.positions = positions;
    }

    record UnitRequest(@NotBlank String id, @NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 60) String kind, @NotBlank @Pattern(regexp = PLACE) String jurisdiction,
                       @Nullable @Size(max = 18) String code, @Nullable String parent, boolean demonstration) {}

    record PersonRequest(@NotBlank String id, @NotBlank @Size(max = 100) String name, @NotBlank @Pattern(regexp = PLACE) String jurisdiction, boolean demonstration) {}

    record PostRequest(@NotBlank String id, @NotBlank String person, @NotBlank String unit, @NotBlank @Size(max = 100) String title, @Nullable String postLevel, @Nullable String rank,
                       @NotNull LocalDate from, @Nullable LocalDate to) {}

    record AuthorityRequest(@NotBlank String id, @NotBlank String person, @NotBlank String body, AuthorityRegistered.@NotNull Role role, @NotNull LocalDate from, @Nullable LocalDate to) {}

    record PostAnswer(String id, String unit, @Nullable String unitName, String title, @Nullable String postLevel, @Nullable String rank, LocalDate from, @Nullable LocalDate to) {}

    record PersonAnswer(String id, long version, @Nullable String name, @Nullable String jurisdiction, boolean demonstration, List<PostAnswer> posts) {}

    @PostMapping("/units")
    ResponseEntity<Answer> unit(@Valid @RequestBody UnitRequest body, Creation in) {
        return Answers.created(orders.send(in.order(new RegisterUnit(id(body.id()), body.name(), body.kind(), body.jurisdiction(), body.code(), body.parent(), body.demonstration()))));
    }

    @PostMapping("/persons")
    ResponseEntity<Answer> person(@Valid @RequestBody PersonRequest body, Creation in) {
        Access.role(in.actor(), Role.ORG_OFFICER);
        return Answers.created(orders.send(in.order(
                new RegisterPerson(id(body.id()), people.sealed(body.id(), body.id(), "name", body.name()), body.jurisdiction(), body.demonstration()))));
    }

    @PostMapping("/posts")
    ResponseEntity<Answer> post(@Valid @RequestBody PostRequest body, Creation in) {
        place(RegisterDecider.PERSONS, "register-person", id(body.person()));
        String place = place(RegisterDecider.UNITS, "register-unit", id(body.unit()));
        return Answers.created(orders.send(in.order(
                new RegisterPost(id(body.id()), body.person(), body.unit(), body.title(), body.postLevel(), body.rank(), body.from(), body.to(), place))));
    }

    @PostMapping("/authorities")
    ResponseEntity<Answer> authority(@Valid @RequestBody AuthorityRequest body, Creation in) {
        place(RegisterDecider.UNITS, "register-unit", id(body.body()));
        String place = place(RegisterDecider.PERSONS, "register-person", id(body.person()));
        return Answers.created(orders.send(in.order(new RegisterAuthority(id(body.id()), body.person(), body.body(), body.role(), body.from(), body.to(), place))));
    }

    @GetMapping("/units")
    Listing<UnitRow> units(Actor actor, Cursor cursor, @RequestParam(required = false) @Nullable String jurisdiction) {
        return Listing.of(rows.units().page(cursor.after(), cursor.limit() + 1, in(jurisdiction)), cursor, UnitRow::id, unit -> unit, positions.position());
    }

    @GetMapping("/units/{id}")
    ResponseEntity<UnitRow> unit(Actor actor, @PathVariable String id) {
        UnitRow unit = rows.units().find(id).orElseThrow(() -> ProblemException.notFound("机构", "unit", id));
        return Answers.found(unit, unit.version());
    }

    @GetMapping("/persons")
    Listing<PersonAnswer> persons(Actor actor, Cursor cursor, @RequestParam(required = false) @Nullable String jurisdiction) {
        return Listing.of(rows.persons().page(cursor.after(), cursor.limit() + 1, in(jurisdiction)), cursor, PersonRow::id, this::answer, positions.position());
    }

    @GetMapping("/persons/{id}")
    ResponseEntity<PersonAnswer> person(Actor actor, @PathVariable String id) {
        PersonRow person = rows.persons().find(id).orElseThrow(() -> ProblemException.notFound("人员", "person", id));
        return Answers.found(answer(person), person.version());
    }

    private PersonAnswer answer(PersonRow row) {
        return new PersonAnswer(row.id(), row.version(), row.name() == null ? null : people.text(row.name()), row.jurisdiction(), row.demonstration(), row.posts().stream()
                .map(post -> new PostAnswer(post.id(), post.unit(), people.unitName(post.unit()), post.title(), post.postLevel(), post.rank(), post.from(), post.to())).toList());
    }

    private <E extends RegisterEvent> String place(RegisterDecider<?, E> decider, String kind, String id) {
        E latest = orders.state(Streams.of(kind, id), decider).latest();
        if (latest == null) {
            throw ProblemException.notFound("名册条目", "entry of the register", id);
        }
        return latest.jurisdiction();
    }

    private static Filter[] in(@Nullable String jurisdiction) {
        return jurisdiction == null ? new Filter[0] : new Filter[] {Filter.eq("jurisdiction", jurisdiction)};
    }

    private static String id(String id) {
        return Requests.id(id, "名册条目", "entry of the register");
    }
}
