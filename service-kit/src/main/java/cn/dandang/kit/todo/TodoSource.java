package cn.dandang.kit.todo;

import cn.dandang.kit.decision.Actor;
import java.util.List;

/** Tells what an actor has to do in one feature. A bean each; the kit keeps only what is for a role the actor holds in the jurisdiction of his office. */
public interface TodoSource {

    List<Todo> todos(Actor actor);
}
