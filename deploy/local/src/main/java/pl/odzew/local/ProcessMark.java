package pl.odzew.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What stands in the command line of each process that the launcher starts, so that it is known again
/// when the launcher was killed and process ids have been used anew.
///
/// @param data the installation that it belongs to
record ProcessMark(DataFolder data) {

    private static final String PROPERTY = "-Dodzew.installation=";

    String argument() {
        return PROPERTY + data.path();
    }

    /// Whether it runs and is one of ours.
    boolean isOn(ProcessHandle process) {
        return process.isAlive() && commandLine(process).filter(this::isIn).isPresent();
    }

    boolean isIn(String commandLine) {
        // The argument's end is marked: /data/odzew is not /data/odzew2.
        return (commandLine.replace('\0', ' ') + ' ').contains(argument() + ' ');
    }

    /// Linux's own file has the whole of it; elsewhere the JDK asks the system.
    private static Optional<String> commandLine(ProcessHandle process) {
        try {
            return Optional.of(Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return process.info().commandLine();
        }
    }
}
