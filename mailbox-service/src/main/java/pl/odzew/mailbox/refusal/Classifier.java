package pl.odzew.mailbox.refusal;

import pl.odzew.events.mailbox.v1.MailProvider;

/// Reads refusals as [Refusals] does, with the remedies that this installation has.
///
/// @param googleSignIn whether sellers may sign in with Google here
public record Classifier(boolean googleSignIn) {

    public Verdict classify(ServerRefusal refusal, MailProvider provider) {
        return Refusals.classify(refusal, provider, googleSignIn);
    }
}
