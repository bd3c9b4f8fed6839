package pl.odzew.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The machine at one moment; a figure without it says nothing.
///
/// @param load processes that wanted to run, averaged over a minute; negative where the system does not tell
public record Machine(String processor, int cores, long memoryMiB, String java, double load) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final long MIB = 1024 * 1024;

    static Machine now() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                processorName().orElse(system.getArch()),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / MIB,
                Runtime.version().toString(),
                system.getSystemLoadAverage());
    }

    String text() {
        return String.format(
                Locale.ROOT, "%s, %d cores, %,d MiB, Java %s, load %.1f", processor, cores, memoryMiB, java, load);
    }

    private static Optional<String> processorName() {
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
