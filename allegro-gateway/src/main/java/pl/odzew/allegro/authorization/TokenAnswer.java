package pl.odzew.allegro.authorization;

/// What the token endpoint said.
public sealed interface TokenAnswer {

    /// Keep the new pair before anything else: the old refresh token is used up.
    record Issued(TokenPair tokens) implements TokenAnswer {}

    /// The code or refresh token is not good and never will be; for a refresh, only linking again helps.
    ///
    /// @param serverWords Allegro's code and description, with tokens taken out
    record Refused(String serverWords) implements TokenAnswer {}

    /// The seller has not said yes at the other device so far.
    ///
    /// @param tooOften whether to ask less often from now on
    record NotYet(boolean tooOften) implements TokenAnswer {}

    /// No answer, or none about the token: try again later.
    record Unavailable(String what) implements TokenAnswer {}
}
