package pl.odzew.mailbox.watch.vertx;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import pl.odzew.mailbox.connection.LoginCheck;
import pl.odzew.mailbox.refusal.Classifier;
import pl.odzew.mailbox.watch.CredentialTrial;
import pl.odzew.mailbox.watch.MailConnector;

/// Makes the plain classes of this feature available to the others.
@Dependent
class WatchBeans {

    @Produces
    @Singleton
    CredentialTrial trial(MailConnector connector, LoginCheck submission, Classifier classifier) {
        return new CredentialTrial(connector, submission, classifier);
    }
}
