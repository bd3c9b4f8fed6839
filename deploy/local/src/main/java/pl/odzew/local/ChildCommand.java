package pl.odzew.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a JVM of the installation is started.
///
/// @param name of the process: names its log and its pid file
/// @param launch what follows the JVM's options: `-jar FILE` or a class and its arguments
/// @param environment added to the launcher's own
record ChildCommand(
        String name,
        List<String> jvmOptions,
        Map<String, String> properties,
        List<String> launch,
        Map<String, String> environment) {

    /// Small and quick to start; at this size nothing else matters.
    private static final List<String> LEAN = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    ChildCommand {
        jvmOptions = List.copyOf(jvmOptions);
        properties = Map.copyOf(properties);
        launch = List.copyOf(launch);
        environment = Map.copyOf(environment);
    }

    List<String> arguments(ProcessMark mark) {
        var arguments = new ArrayList<String>();
        // Ctrl-C reaches the whole terminal; only the launcher may act on it, so that things end in order.
        arguments.addAll(List.of("sh", "-c", "trap '' INT; exec \"$0\" \"$@\""));
        arguments.add(java());
        arguments.add(mark.argument());
        arguments.addAll(LEAN);
        arguments.addAll(jvmOptions);
        properties.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        arguments.addAll(launch);
        return arguments;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
