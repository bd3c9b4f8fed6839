package pl.odzew.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The words of a command line: `COMMAND [--data DIR] [--port-base N] [--root DIR]`.
///
/// @param command the first word that is no option; empty without one
/// @param root of the repository
public record Arguments(String command, DataFolder data, PortPlan ports, Path root) {

    private static final int DEFAULT_PORT_BASE = 8080;

    /// @throws IllegalArgumentException with a sentence for the user
    public static Arguments parse(String... words) {
        String command = "";
        String data = null;
        String portBase = Integer.toString(DEFAULT_PORT_BASE);
        String root = ".";
        Deque<String> rest = new ArrayDeque<>(List.of(words));
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--data" -> data = value(word, rest);
                case "--port-base" -> portBase = value(word, rest);
                case "--root" -> root = value(word, rest);
                default -> {
                    if (word.startsWith("-") || !command.isEmpty()) {
                        throw new IllegalArgumentException("Unknown option: " + word);
                    }
                    command = word;
                }
            }
        }
        Path rootPath = Path.of(root).toAbsolutePath().normalize();
        return new Arguments(
                command,
                new DataFolder(data == null ? rootPath.resolve(".odzew") : Path.of(data)),
                new PortPlan(number(portBase)),
                rootPath);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.pop();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port-base needs a number, not " + text, e);
        }
    }
}
