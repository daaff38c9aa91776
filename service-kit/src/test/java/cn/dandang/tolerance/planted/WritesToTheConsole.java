package cn.dandang.tolerance.planted;

/** Breaks: nothing writes to the console past the log. */
class WritesToTheConsole {
    void write() {
        System.out.println("planted");
    }
}
