package cn.dandang.deploy.backup;

import cn.dandang.contracts.Topics;
import cn.dandang.deploy.stack.ExitCode;
import cn.dandang.deploy.stack.StackFailure;
import cn.dandang.ledger.LedgerStore;
import cn.dandang.ledger.MongoLedgers;
import cn.dandang.ledger.TreeHead;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Collections of a MongoDB.
 *
 * @param mongodb closed with it
 */
public record LedgerCollections(MongoLedgers mongodb) implements RestoreTarget {

    @Override
    public String description() {
        return mongodb.description();
    }

    @Override
    public void requireFree(Map<String, TreeHead> heads, boolean repeated) {
        for (Map.Entry<String, TreeHead> wanted : heads.entrySet()) {
            List<String> there = mongodb.collections(wanted.getKey());
            boolean fromBefore = repeated && mongodb.head(wanted.getKey()).filter(wanted.getValue()::equals).isPresent();
            if (!there.isEmpty() && !fromBefore) {
                throw RestoreTarget.occupied(description() + " 已有集合 " + there + "，未作任何改动。请在地址中另写一个数据库名；确知其中没有还要用的内容（如过早启动的服务所建的空集合），由您自己在 mongosh 中删除：" + drops(there),
                        description() + " has " + there + " already, and nothing was changed. Name another database in the address; if you are sure that nobody needs what they hold (a service that was started too early makes them empty), drop them in mongosh yourself: "
                                + drops(there));
            }
        }
        requireNoViews();
    }

    private static String drops(List<String> collections) {
        return collections.stream().map(name -> "db.getCollection(\"" + name + "\").drop()").collect(Collectors.joining("; "));
    }

    /** Views stay in their databases when a ledger is set back, and would go on from a record that the ledger does not have any more. */
    private void requireNoViews() {
        List<String> views = Topics.REACTORS.stream().map(service -> "dandang_" + service + "_views").filter(mongodb.databases()::contains).sorted().toList();
        if (!views.isEmpty()) {
            String drops = views.stream().map(view -> "db.getSiblingDB(\"" + view + "\").dropDatabase()").collect(Collectors.joining("; "));
            throw RestoreTarget.occupied("该服务器上有此前的视图 " + views + "，它们由账本重建，请先停止服务并在 mongosh 中删除：" + drops,
                    "views from before are on this server, " + views + ". They are built again from the ledgers: end the services, and drop them in mongosh first: " + drops);
        }
    }

    @Override
    public boolean isFinished(String ledger) {
        return !mongodb.collections(ledger).isEmpty();
    }

    @Override
    public LedgerStore open(String ledger) {
        return mongodb.working(ledger);
    }

    @Override
    public void requireSound(LedgerStore written, String ledger) {
        written.derivedContradiction().ifPresent(found -> {
            throw new StackFailure(ExitCode.EXPECTATION_FAILED, "账本 " + ledger + " 写入后，键与记录不符：" + found, "The ledger " + ledger + " was written, and its keys are not its records': " + found);
        });
    }

    @Override
    public void finish(Iterable<String> ledgers) {
        for (String ledger : ledgers) {
            if (!isFinished(ledger)) {
                finish(ledger);
            }
        }
    }

    private void finish(String ledger) {
        try {
            mongodb.finish(ledger);
        } catch (IllegalStateException occupied) {
            throw RestoreTarget.occupied("恢复期间有程序建立了账本 " + ledger + "（" + occupied.getMessage() + "）。请停止全部服务，处理该集合，再用同一命令重来；恢复好的记录仍在 " + mongodb.workingCollection(ledger) + "。",
                    "something made the ledger " + ledger + " while it was restored (" + occupied.getMessage() + "). End all services, see to that collection, and give the same command again; what was restored is still in "
                            + mongodb.workingCollection(ledger) + ".");
        }
    }

    @Override
    public void close() {
        mongodb.close();
    }
}
