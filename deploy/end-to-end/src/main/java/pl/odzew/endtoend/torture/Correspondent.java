package pl.odzew.endtoend.torture;

import pl.odzew.endtoend.Seller;
import pl.odzew.events.Channel;

/// One mailbox or account of a seller, to which buyers write.
///
/// @param targetId the mailbox's or the account's id in Odzew
/// @param name the mailbox's address, or the account's login
record Correspondent(Seller seller, Channel channel, String targetId, String name) {}
