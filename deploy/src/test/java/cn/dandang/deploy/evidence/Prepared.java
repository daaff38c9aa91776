package cn.dandang.deploy.evidence;

import cn.dandang.deploy.stack.Installation;
import cn.dandang.deploy.stack.Preparation;

/** The installation under test, as a person has it after the first start of a build. */
public final class Prepared {
    private Prepared() {}

    public static Installation installation() throws InterruptedException {
        Installation installation = Installation.find();
        Preparation.ensure(installation, (zh, en) -> System.out.println(en));
        return installation;
    }
}
