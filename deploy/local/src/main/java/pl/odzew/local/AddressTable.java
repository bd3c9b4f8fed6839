package pl.odzew.local;

import java.util.ArrayList;
import java.util.List;

/// What a person wants to know when everything runs.
record AddressTable(PortPlan ports, DataFolder data) {

    String text() {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("Odzew runs. Ctrl-C stops it; its data stay in " + data.path());
        lines.add("");
        lines.add(row("seller-portal: begin here", ports.http(Port.PORTAL).toString()));
        for (String service : List.of(Services.MAILBOX, Services.ALLEGRO, Services.RESPONDER, Services.NOTIFICATION)) {
            lines.add(row(service, ports.http(Port.ofService(service)).toString()));
        }
        lines.add(row("sign-in (OIDC stand-in)", SignIn.issuer(ports).toString()));
        lines.add(row("Allegro stand-in", ports.http(Port.MARKETPLACE).toString()));
        lines.add(row("mail stand-in", ports.http(Port.MAIL_CONTROL).toString()));
        lines.add(row(
                "  IMAPS, SMTPS", "localhost:%d, localhost:%d".formatted(ports.of(Port.IMAPS), ports.of(Port.SMTPS))));
        lines.add(row("mails to sellers", ports.http(Port.CATCHER_PAGE).toString()));
        lines.add(row("Kafka", "localhost:" + ports.of(Port.KAFKA)));
        lines.add(row(
                "PostgreSQL",
                "postgresql://postgres@localhost:%d  (%s)"
                        .formatted(ports.of(Port.POSTGRES), String.join(", ", Services.DATABASES))));
        lines.add(row("logs", data.logs().toString()));
        return String.join("\n", lines) + "\n";
    }

    private static String row(String what, String where) {
        return "  %-26s %s".formatted(what, where);
    }
}
