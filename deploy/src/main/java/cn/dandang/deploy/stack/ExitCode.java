package cn.dandang.deploy.stack;

/** What the command ends with; {@code ./dandang help} lists them. */
public enum ExitCode {
    OK(0, "成功", "success"),
    EXPECTATION_FAILED(1, "check 有期望未达成，或核验、核对发现不符", "check or a verification found something wrong"),
    NOT_PROVEN(2, "记录自身一致，但所要求的签名缺失或无效", "the records agree, but a signature that was asked for is missing or wrong"),
    UNREADABLE(3, "要核验的内容无法读完", "what is to be verified cannot be read to its end"),
    WRONG_ARGUMENTS(64, "命令或参数有误", "wrong command or arguments"),
    DATA_BROKEN(65, "数据目录损坏或不可用", "the data folder is broken or cannot be used"),
    DATA_IN_USE(66, "数据目录正被另一个 dandang 使用", "the data folder is in use"),
    PORT_IN_USE(67, "端口被占用", "a port is in use"),
    DISK_FULL(68, "磁盘空间不足", "the disk is full"),
    JDK_MISSING(69, "缺少 JDK 25", "no JDK 25"),
    INTERNAL(70, "内部错误", "internal error"),
    NODE_MISSING(71, "缺少 Node（构建控制台需要）", "no Node, which building the console needs"),
    BUILD_FAILED(72, "构建失败", "the build failed"),
    PROCESS_FAILED(73, "有进程未能启动", "a process did not start"),
    DEMO_REFUSED(74, "演示数据未能载入", "the demonstration data was not taken"),
    NOT_RUNNING(75, "没有正在运行的 dandang", "nothing is running"),
    STILL_RUNNING(76, "dandang 正在运行", "dandang is running"),
    NOT_CONFIRMED(77, "未确认，未执行", "not confirmed, nothing done"),
    STORE_FAILED(79, "账本所在的存储连接不上或中断", "the store of the ledgers cannot be reached, or failed");

    private final int code;
    private final String zh;
    private final String en;

    ExitCode(int code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    public int code() {
        return code;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
