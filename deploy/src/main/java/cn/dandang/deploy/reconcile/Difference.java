package cn.dandang.deploy.reconcile;

/** One fact that is not the same everywhere. @param place {@code topic} or {@code projection} */
public record Difference(Kind kind, String place, String id, String at) {

    /** What is wrong with it. */
    public enum Kind {
        MISSING("缺失", "missing"),
        DOUBLED("重复", "doubled"),
        ALTERED("内容不同", "altered"),
        UNKNOWN("账本中没有", "not in the ledger");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }
}
