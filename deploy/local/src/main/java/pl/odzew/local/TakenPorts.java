package pl.odzew.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Finds out before the start which ports somebody else holds.
public final class TakenPorts {

    private TakenPorts() {}

    /// A sentence for each port of the plan that cannot be had.
    ///
    /// @param own a port that this installation itself still holds; 0 for none
    public static List<String> among(PortPlan plan, int own) {
        var complaints = new ArrayList<String>();
        for (Port port : Port.values()) {
            int number = plan.of(port);
            if (number != own && isTaken(number)) {
                String holder = holderOf(number).map(who -> " by " + who).orElse("");
                complaints.add("Port %d (%s) is taken%s.".formatted(number, port.purpose(), holder));
            }
        }
        return complaints;
    }

    static boolean isTaken(int port) {
        // Java sets SO_REUSEADDR, so connections of an earlier run that are still fading do not count.
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /// As far as `lsof` or `ss` exist and tell.
    private static Optional<String> holderOf(int port) {
        return output("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fp")
                .flatMap(TakenPorts::firstPid)
                .or(() -> output("ss", "-Hltnp", "sport = :" + port).flatMap(TakenPorts::pidOfSs))
                .flatMap(ProcessHandle::of)
                .map(process -> "process " + process.pid()
                        + process.info()
                                .command()
                                .map(command -> " (" + command + ")")
                                .orElse(""));
    }

    private static Optional<Long> firstPid(String lsof) {
        return lsof.lines()
                .filter(line -> line.startsWith("p"))
                .map(line -> Long.valueOf(line.substring(1)))
                .findFirst();
    }

    private static Optional<Long> pidOfSs(String ss) {
        int start = ss.indexOf("pid=");
        if (start < 0) {
            return Optional.empty();
        }
        String digits = ss.substring(start + "pid=".length()).replaceFirst("(?s)\\D.*", "");
        return digits.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(digits));
    }

    private static Optional<String> output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(output)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
