package pl.odzew.mailbox.intake.mime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import pl.odzew.mailbox.intake.BuyerIntake;
import pl.odzew.mailbox.intake.Intake;

/// Gives the intake to whoever asks for it.
final class IntakeBeans {

    @Produces
    @ApplicationScoped
    Intake intake() {
        return new BuyerIntake(new Mime4jParser(), RecognisersFile.allegroMail());
    }
}
