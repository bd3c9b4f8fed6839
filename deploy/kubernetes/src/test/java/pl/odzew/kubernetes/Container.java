package pl.odzew.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A container of podman on this machine's network, as restricted as the pods are: no root, nothing to write to.
record Container(String image, Map<String, String> environment, Map<String, Path> files, String memory) {

    private static final String TOOL = System.getenv().getOrDefault("CONTAINERS", "podman");

    record Outcome(int status, String output) {}

    /// Runs it until it ends by itself.
    Outcome run() throws IOException, InterruptedException {
        return call(command("--rm"));
    }

    /// Answers its id.
    String start() throws IOException, InterruptedException {
        Outcome started = call(command("-d"));
        if (started.status() != 0) {
            throw new IOException(started.output());
        }
        return started.output().strip().lines().toList().getLast();
    }

    static String logs(String id) throws IOException, InterruptedException {
        return call(List.of(TOOL, "logs", id)).output();
    }

    static String user(String id) throws IOException, InterruptedException {
        return call(List.of(TOOL, "exec", id, "id", "-u")).output().strip();
    }

    /// As a node ends a pod: asks, and waits for the answer.
    ///
    /// @return the exit status
    static int stop(String id) throws IOException, InterruptedException {
        call(List.of(TOOL, "stop", "--time", "60", id));
        return Integer.parseInt(call(List.of(TOOL, "inspect", "--format", "{{.State.ExitCode}}", id))
                .output()
                .strip());
    }

    static void remove(String id) throws IOException, InterruptedException {
        call(List.of(TOOL, "rm", "-f", id));
    }

    private List<String> command(String how) {
        var command = new ArrayList<String>(List.of(
                TOOL,
                "run",
                how,
                "--read-only",
                "--tmpfs",
                "/tmp",
                "--cap-drop",
                "ALL",
                "--security-opt",
                "no-new-privileges",
                "--network",
                "host",
                "--memory",
                memory.replace("Mi", "m").replace("Gi", "g")));
        environment.forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
        files.forEach((inside, outside) -> command.addAll(List.of("-v", outside + ":" + inside + ":ro")));
        command.add(image);
        return command;
    }

    private static Outcome call(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
