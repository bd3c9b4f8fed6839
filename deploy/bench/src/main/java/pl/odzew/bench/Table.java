package pl.odzew.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A report as text: Markdown, so that it can be pasted as it is.
final class Table {

    private static final List<String> HEAD = List.of("what", "measured", "target", "", "how");

    private Table() {}

    static String of(Report report) {
        List<List<String>> rows = report.figures().stream().map(Table::row).toList();
        int[] widths = IntStream.range(0, HEAD.size())
                .map(column -> Math.max(
                        HEAD.get(column).length(),
                        rows.stream()
                                .mapToInt(row -> row.get(column).length())
                                .max()
                                .orElse(0)))
                .toArray();
        var text = new StringBuilder();
        text.append(line(HEAD, widths)).append('\n');
        text.append(IntStream.of(widths)
                        .mapToObj(width -> "-".repeat(width + 2))
                        .collect(Collectors.joining("|", "|", "|")))
                .append('\n');
        rows.forEach(row -> text.append(line(row, widths)).append('\n'));
        report.remarks().forEach(remark -> text.append("\n- ").append(remark));
        return text.toString();
    }

    private static List<String> row(Figure figure) {
        return List.of(
                figure.what(),
                Target.number(figure.measured()) + " " + figure.unit(),
                figure.target().text(),
                verdict(figure),
                figure.how());
    }

    private static String verdict(Figure figure) {
        return switch (figure.target()) {
            case Target.None _ -> "";
            case Target.AtMost _, Target.AtLeast _ -> figure.isMet() ? "met" : "MISSED";
        };
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> String.format(" %-" + Math.max(1, widths[column]) + "s ", cells.get(column)))
                .collect(Collectors.joining("|", "|", "|"));
    }
}
