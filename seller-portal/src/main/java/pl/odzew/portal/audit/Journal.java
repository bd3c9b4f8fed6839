package pl.odzew.portal.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import pl.odzew.portal.services.Page;
import pl.odzew.portal.services.Part;
import pl.odzew.portal.services.Service;

/// The entries of several services as one list, newest first.
///
/// @param away services whose entries are missing from it
public record Journal(List<Line> lines, List<Service> away) {

    public record Line(Service service, AuditEntry entry) {}

    public static Journal of(Map<Service, Part<Page<AuditEntry>>> parts, int limit) {
        List<Line> lines = parts.entrySet().stream()
                .flatMap(part -> part.getValue().found().stream()
                        .flatMap(page -> page.items().stream())
                        .map(entry -> new Line(part.getKey(), entry)))
                .sorted(Comparator.comparing((Line line) -> line.entry().at()).reversed())
                .limit(limit)
                .toList();
        List<Service> away = parts.entrySet().stream()
                .filter(part -> !part.getValue().isHere())
                .map(Map.Entry::getKey)
                .toList();
        return new Journal(lines, away);
    }
}
