package cn.dandang.deploy.cli;

import cn.dandang.deploy.stack.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "help", description = {"显示帮助与退出码。", "Shows this help and the exit codes."})
final class HelpCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        System.out.println("""
                用法 Usage: ./dandang COMMAND

                  run      启动全部进程，载入演示数据，Ctrl-C 结束
                           start everything, load the demonstration data, end with Ctrl-C
                             --data DIR       数据目录，默认 var · data folder, var unless given
                             --port-base N    网关端口，其余依次排列，默认 8080 · port of the gateway, the others follow
                             --no-demo        不载入演示数据 · without demonstration data
                  check    在临时目录与空闲端口上整体演练并核验账本
                           play everything on free ports in a temporary folder and verify the ledgers
                             --keep           保留临时目录 · keep the folder
                  status   各进程的状态、内存、账本位置与滞后 · each process: state, memory, head, lag
                  stop     请正在运行的 dandang 有序结束 · ask the running one to end
                  clean    删除数据目录（先确认）· remove the data folder after confirmation
                             --yes            不再询问 · do not ask
                  audit    verify PATH|--running  核验账本 · verify ledgers
                           verify FOLDER|FILE|URL --key VKEY [--witness VKEY[@URL]] [--checkpoint FILE|URL] [--resume FILE]
                                                  按签署的检查点核验导出的账本 · verify what was handed out against signed checkpoints
                           export FOLDER [--running] [--service S]
                                                  写成 C2SP tlog-tiles 目录 · write as a tile log for the tools of others
                           witness VKEY@URL [--keep FOLDER] [--service S]
                                                  送交见证签名 · have the checkpoints cosigned
                           keys [--rotate SERVICE --overlap-days N]
                                                  签名公钥；轮换 · signing keys; rotation
                           head [--running]       账本的树头 · tree heads
                           reconcile [--service S] [--from N] [--to N]
                                                  对照账本、主题、视图中已发布的事实 · compare published facts in ledger, topic, projection
                  archive  SERVICE --older-than DAYS [--dry-run]
                                                  早已办结事项的记录移入归档文件 · records of matters closed long ago move into archive files
                  backup   --ledgers DIR --keys DIR   运行中亦可备份，账本与密钥分开 · back up, also while running, to two places
                             --archives DIR   归档目录，服务停止且归档在别处时 · folder of archives, if they are elsewhere and nothing runs
                  restore  --ledgers DIR --keys DIR   恢复到新的数据目录 · restore into a fresh data folder
                             --erasures DIR   较新的密钥目录或其备份，其中的删除一并执行 · newer keys: their erasures are carried out
                             --checkpoints DIR --key KEY   与留存的检查点核对 · prove against kept checkpoints
                             --witness KEY[@URL|@PATH]   与见证签署的核对 · prove against what a witness cosigned
                           backup、restore：账本在 MongoDB 上时 · for ledgers in a MongoDB
                             MONGODB_URI 或 or --mongodb-file FILE 或 or --mongodb URI（不含口令 without a password）
                  keys     rotate                 轮换主密钥，运行中亦可 · rotate the master key, also while running
                  policy   quotes FOLDER          把引文与文件原文逐条核对 · compare every quotation with the documents
                           book FILE [--texts FOLDER] [--font FONT]  印制规则汇编 · the printed book of the rules, HTML and PDF
                  bench    ledger|crash [--help]  速度与可靠性的数字 · figures of speed and reliability
                  topics   create --bootstrap HOST:PORT   在别处的消息总线上建立缺少的主题 · create the missing topics elsewhere
                  help     本页 · this page

                status、stop、clean、audit 也接受 --data DIR。 These take --data DIR, too.
                所有命令接受 --offline：构建时不联网。 Every command takes --offline: build without network.

                退出码 Exit codes:""");
        for (ExitCode code : ExitCode.values()) {
            System.out.printf("  %3d  %s · %s%n", code.code(), code.zh(), code.en());
        }
        return ExitCode.OK.code();
    }
}
