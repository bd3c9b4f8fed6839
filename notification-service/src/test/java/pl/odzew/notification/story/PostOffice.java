package pl.odzew.notification.story;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pl.odzew.notification.catcher.CaughtMail;
import pl.odzew.notification.catcher.MailCatcher;

/// The operator's mail server, which can go away and come back.
public final class PostOffice implements QuarkusTestResourceLifecycleManager {

    private final Path folder;
    private MailCatcher catcher;

    public PostOffice() throws IOException {
        folder = Files.createTempDirectory("odzew-mails");
        catcher = open(0, 0);
    }

    @Override
    public Map<String, String> start() {
        return Map.of("quarkus.mailer.host", "localhost", "quarkus.mailer.port", Integer.toString(catcher.smtpPort()));
    }

    @Override
    public void stop() {
        catcher.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(PostOffice.class));
    }

    public List<CaughtMail> mails() {
        return catcher.control().mails();
    }

    public List<CaughtMail> mailsTo(String address) {
        return catcher.control().mailsTo(address);
    }

    /// Closes; what is done meanwhile happens without a mail server.
    public void closeWhile(Runnable meanwhile) {
        int smtp = catcher.smtpPort();
        int http = catcher.page().getPort();
        catcher.close();
        try {
            meanwhile.run();
        } finally {
            catcher = open(smtp, http);
        }
    }

    private MailCatcher open(int smtp, int http) {
        try {
            return MailCatcher.start(new MailCatcher.Options(smtp, http, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
