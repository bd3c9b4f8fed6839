package pl.odzew.portal.autoresponder;

/// How the stop switches stand for a seller.
///
/// @param installationStopped the operator's, for everybody
/// @param held messages that would be answered if neither were on
public record Stop(boolean stopped, boolean installationStopped, long held) {

    public boolean holds() {
        return stopped || installationStopped;
    }
}
