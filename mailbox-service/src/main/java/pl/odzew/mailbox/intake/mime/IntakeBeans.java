package pl.odzew.mailbox.intake.mime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import pl.odzew.mailbox.intake.BuyerIntake;
import pl.odzew.mailbox.intake.Intake;
import pl.odzew.mailbox.intake.PersonsAnswers;

/// Gives the intake to whoever asks for it.
final class IntakeBeans {

    private static final BuyerIntake INTAKE = new BuyerIntake(new Mime4jParser(), RecognisersFile.allegroMail());

    @Produces
    @ApplicationScoped
    Intake intake() {
        return INTAKE;
    }

    @Produces
    @ApplicationScoped
    PersonsAnswers answers() {
        return INTAKE;
    }
}
