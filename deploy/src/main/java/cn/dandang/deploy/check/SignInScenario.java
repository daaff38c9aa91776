package cn.dandang.deploy.check;

import cn.dandang.deploy.api.Answer;
import cn.dandang.deploy.api.Api;

/** Signing in, reading, and what nobody may do without. */
final class SignInScenario implements Scenario {

    @Override
    public String name() {
        return "sign-in";
    }

    @Override
    public void play(Stage stage) {
        Api api = stage.api();
        Expectations expect = stage.expect();
        expect.refused("without a session nothing is read", 401, "not-signed-in", api.nobody().get("/api/tolerance/v1/todos"));
        expect.refused("a wrong password does not sign in", 401, "not-signed-in", api.as("weihai.cadre", "not the password").signIn());
        Answer account = expect.status("an account signs in and sees itself", 200, api.as("weihai.cadre").get("/api/session"));
        expect.equal("the account is the person of the list", stage.accounts().person("weihai.cadre"), account.text("person"));
        expect.refused("an unknown address is a problem", 404, "not-found", api.as("weihai.cadre").get("/api/nowhere/v1/x"));
        expect.status("the public key is there for services", 200, api.nobody().get("/internal/jwks"));
    }
}
