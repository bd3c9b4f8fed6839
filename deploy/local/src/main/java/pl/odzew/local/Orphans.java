package pl.odzew.local;

import java.util.List;
import java.util.Optional;

/// Processes that a killed launcher has left behind.
public final class Orphans {

    private final PidFiles pidFiles;
    private final ProcessMark mark;

    public Orphans(DataFolder data) {
        this.pidFiles = new PidFiles(data);
        this.mark = new ProcessMark(data);
    }

    /// Stops them, services before the broker; gives their names.
    public List<String> stop() {
        List<String> left = pidFiles.names().stream()
                .filter(name -> process(name).isPresent())
                .toList();
        List<String> services =
                left.stream().filter(name -> !name.equals(Launcher.KAFKA)).toList();
        stop(services);
        stop(left.stream().filter(name -> name.equals(Launcher.KAFKA)).toList());
        pidFiles.names().forEach(pidFiles::remove);
        return left;
    }

    private void stop(List<String> names) {
        List<ProcessHandle> processes =
                names.stream().map(this::process).flatMap(Optional::stream).toList();
        processes.forEach(ProcessHandle::destroy);
        processes.forEach(Endings::await);
    }

    private Optional<ProcessHandle> process(String name) {
        return pidFiles.read(name).flatMap(ProcessHandle::of).filter(mark::isOn);
    }
}
