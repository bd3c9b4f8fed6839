package pl.odzew.endtoend;

import java.util.List;

/// The whole story, in order; each chapter builds on those before it.
final class Story {

    private final World world;
    private final Narration narration;

    Story(World world, Narration narration) {
        this.world = world;
        this.narration = narration;
    }

    /// @throws StoryBrokenException at the first thing that does not come true in its time
    void play() {
        narration.heading("1. Anna connects her Gmail mailbox and switches the autoresponder on (version 1).");
        var anna = AnnasMailbox.connected(world, narration);

        narration.heading("2. Her buyers are answered, once each; nobody else is.");
        anna.buyerIsAnswered();
        anna.sameConversationIsNotAnsweredTwice();
        anna.nobodyElseIsAnswered();

        narration.heading("3. Google tightens its rules.");
        anna.passwordIsRefused();
        var doubts = new DoubtfulRefusals(world, narration);
        doubts.celinaIsWarnedWhenItIsConfirmed();
        doubts.dorotaIsNotWarned();
        anna.isNotHammered();

        narration.heading("4. Anna pastes a Google app password; the buyer who waited is answered.");
        anna.appPasswordEndsIt();

        narration.heading("5. Bartek takes the other way: version 3, through Allegro's API.");
        new BarteksSwitch(world, narration).play();

        narration.heading("6. Two hundred messages on both ways, while each service is killed once.");
        new Burst(world, narration).play();

        nothingWentAstray();
    }

    private void nothingWentAstray() {
        List<String> deadLetters = world.events().deadLetters();
        Patience.check(deadLetters.isEmpty(), "no dead letters: " + deadLetters);
        List<String> violations = world.marketplace().violations();
        Patience.check(violations.isEmpty(), "Allegro's documents were kept: " + violations);
        narration.observed(
                "%d events in all, no dead letter, no breach of Allegro's documents",
                world.events().all().size());
    }
}
