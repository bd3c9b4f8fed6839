package pl.odzew.bench.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pl.odzew.bench.Benchmark;
import pl.odzew.bench.Figure;
import pl.odzew.bench.Report;
import pl.odzew.bench.Settings;
import pl.odzew.bench.Target;
import pl.odzew.local.Arguments;
import pl.odzew.local.Installation;
import pl.odzew.local.Port;
import pl.odzew.local.Screen;
import pl.odzew.local.Shape;

/// Opens each page many times on warm services, as a seller who is signed in; `--rounds N`, `--port-base N`.
public final class PortalBenchmark implements Benchmark {

    private static final double MOST_MILLIS = 50;
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 100;
    private static final int FIRST_PORT = 25_100;

    private static final List<String> PAGES = List.of(
            "/",
            "/skrzynki",
            "/skrzynki/nowa",
            "/autoresponder",
            "/autoresponder/reguly",
            "/autoresponder/godziny",
            "/decyzje",
            "/konta-allegro",
            "/powiadomienia",
            "/powiadomienia/ustawienia",
            "/dziennik",
            "/dane",
            "/pomoc/haslo-do-aplikacji");

    @Override
    public String name() {
        return "portal";
    }

    @Override
    public String about() {
        return "the time of each of the seller's pages on warm services; starts an installation of its own";
    }

    @Override
    public Report run(Settings settings) throws IOException, InterruptedException {
        int rounds = settings.number("rounds", ROUNDS);
        Arguments arguments = arguments(settings.root(), settings.work(), settings.number("port-base", FIRST_PORT));
        var quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var installation = new Installation(arguments, Shape.ordinary(arguments.ports()), new Screen(quiet));
        try {
            settings.say("starting everything");
            installation.start();
            var seller = SignedInSeller.at(arguments.ports().http(Port.PORTAL), "bench");
            var figures = new ArrayList<Figure>();
            for (String page : PAGES) {
                seller.open(page, WARM_UP);
                long[] nanos = seller.open(page, rounds);
                figures.add(new Figure(
                        page, nanos[rounds / 2] / 1e6, "ms", Target.atMost(MOST_MILLIS), "median of " + rounds));
                settings.say(page);
            }
            return new Report(
                    figures, List.of("From request to the last byte over loopback, one page at a time, one seller."));
        } finally {
            installation.stop();
        }
    }

    private static Arguments arguments(Path root, Path work, int port) {
        return Arguments.parse(
                "up", "--data", work.toString(), "--port-base", Integer.toString(port), "--root", root.toString());
    }
}
