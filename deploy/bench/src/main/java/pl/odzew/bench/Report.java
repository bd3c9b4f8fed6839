package pl.odzew.bench;

import java.util.List;

/// What a benchmark found, in the order in which it is told.
///
/// @param remarks lines below the table: what was skipped and why, what the figures leave out
public record Report(List<Figure> figures, List<String> remarks) {

    public Report {
        figures = List.copyOf(figures);
        remarks = List.copyOf(remarks);
    }
}
