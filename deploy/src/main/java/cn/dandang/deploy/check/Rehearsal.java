package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Api;
import cn.dandang.deploy.api.ApiSession;
import cn.dandang.deploy.demo.Accounts;
import cn.dandang.deploy.demo.DemoFiles;
import cn.dandang.deploy.demo.DemoLoader;
import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.LocalStack;
import cn.dandang.deploy.stack.Preparation;
import java.net.URI;
import java.util.List;

/** What is played while the quick start is prepared: the demonstration data, and the pages that people open first. */
public final class Rehearsal implements Preparation.Rehearsal {
    private static final List<String> SERVICES = List.of("assessment", "tolerance", "clarification", "incentive", "oversight");
    private final Installation installation;

    public Rehearsal(Installation installation) {
        this.installation = installation;
    }

    @Override
    public void play(LocalStack stack) throws InterruptedException {
        try (Api api = new Api(URI.create("http://127.0.0.1:" + stack.ports().of("gateway")), stack.password())) {
            new DemoLoader(api, Accounts.read(installation)).load(DemoFiles.packed());
            for (String account : List.of("weihai.investigator", "centre.auditor")) {
                ApiSession session = api.as(account);
                session.get("/");
                // answers do not matter here; whatever they are, the classes that make them are used
                SERVICES.forEach(service -> session.get("/api/" + service + "/v1/todos"));
                SERVICES.forEach(service -> session.get("/api/" + service + "/v1/ledger/head"));
            }
        }
    }
}
