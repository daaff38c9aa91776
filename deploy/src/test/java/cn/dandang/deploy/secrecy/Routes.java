package cn.dandang.deploy.secrecy;

import cn.dandang.deploy.check.Matter;
import cn.dandang.deploy.demo.Accounts.Account;
import java.util.ArrayList;
import java.util.List;

/** Every address that can be read, filled in with what the course made. */
final class Routes {
    private static final List<String> SERVICES = List.of("assessment", "tolerance", "clarification", "incentive", "oversight");
    private static final List<String> OF_EVERY_SERVICE = List.of("todos", "questions", "dead-letters", "views", "ledger/head", "ledger/verdict");

    private Routes() {}

    /** @param report id of the report in the run that has one; asked in both */
    static List<String> of(Matter matter, String cadre, String unit, String report) {
        List<String> routes = new ArrayList<>(List.of("/api/session"));
        SERVICES.forEach(service -> OF_EVERY_SERVICE.forEach(route -> routes.add("/api/" + service + "/v1/" + route)));
        thing(routes, "/api/assessment/v1/negative-evaluations", matter.evaluation());
        routes.add("/api/assessment/v1/negative-evaluations?cadre=" + cadre);
        routes.add("/api/assessment/v1/candidates/" + cadre);
        routes.addAll(List.of("/api/assessment/v1/policy/documents", "/api/assessment/v1/policy/readings?jurisdiction=371000", "/api/assessment/v1/policy/changes", "/api/assessment/v1/policy/conflicts?jurisdiction=371000",
                "/api/assessment/v1/policy/setup?jurisdiction=371000", "/api/assessment/v1/policy/gaps?jurisdiction=371000", "/api/assessment/v1/policy/parameters", "/api/assessment/v1/register/units", "/api/assessment/v1/register/persons",
                "/api/assessment/v1/register/units/" + unit, "/api/assessment/v1/register/persons/" + cadre));
        thing(routes, "/api/tolerance/v1/accountability-cases", matter.accountability());
        thing(routes, "/api/tolerance/v1/tolerance-cases", matter.toleranceCase());
        routes.add("/api/tolerance/v1/tolerance-cases/" + matter.toleranceCase() + "/assessment");
        routes.add("/api/tolerance/v1/tolerance-cases/" + matter.toleranceCase() + "/remedies");
        thing(routes, "/api/tolerance/v1/rectification-tasks", matter.task());
        routes.add("/api/tolerance/v1/appeals");
        thing(routes, "/api/incentive/v1/award-nominations", matter.nomination());
        routes.add("/api/incentive/v1/award-nominations?cadre=" + cadre);
        routes.add("/api/incentive/v1/talks");
        thing(routes, "/api/clarification/v1/reports", report);
        routes.addAll(List.of("/api/clarification/v1/feedback-duties", "/api/clarification/v1/clarification-assessments", "/api/clarification/v1/clarification-cases"));
        routes.addAll(List.of("/api/oversight/v1/dossiers/" + cadre, "/api/oversight/v1/dossiers/" + cadre + "?reason=check", "/api/oversight/v1/dossiers/" + cadre + "/looks",
                "/api/oversight/v1/dashboards/tolerance", "/api/oversight/v1/dashboards/tolerance?jurisdiction=371000", "/api/oversight/v1/dashboards/tolerance/cases?item=weihai.situation.6&outcome=EXEMPT",
                "/api/oversight/v1/audit/events?limit=200", "/api/oversight/v1/audit/events?person=" + cadre, "/api/oversight/v1/audit/events?rootCase=" + matter.accountability()));
        return routes;
    }

    private static void thing(List<String> routes, String list, String id) {
        routes.addAll(List.of(list, list + "/" + id, list + "/" + id + "/acts"));
    }

    /**
     * Whether this account is let into clarification there, and so may see what is reported: those who handle reports in the place, and the
     * auditor who verifies its ledger.
     */
    static boolean inside(Account account, String route) {
        if (!route.startsWith("/api/clarification/")) {
            return false;
        }
        return route.startsWith("/api/clarification/v1/ledger/") ? account.roles().contains("AUDITOR")
                : account.jurisdiction().equals("371000") && (account.roles().contains("REPORT_OFFICER") || account.roles().contains("PROTECTION_OFFICER"));
    }
}
